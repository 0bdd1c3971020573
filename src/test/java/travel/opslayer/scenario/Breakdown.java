package travel.opslayer.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.House;
import travel.opslayer.timer.DueTimers;

/** 10 November: TRP123 is on the road near Naudanda with nine guests, and its van breaks down. */
abstract class Breakdown {

  static final String RAM = "+9779805550303";
  static final String PEMBA = "+9779805550301";
  static final String DAWA = "+9779805550302";
  static final String SARITA = "+9779805550201";
  static final String BIKRAM = "+9779805550202";
  static final String ANITA = "+9779805550401";
  static final String DEEPAK = "+9779805550402";
  static final String TOM = "+447700900103";
  static final String EMMA = "+12025550104";
  static final String KENJI = "+819000000105";
  static final String HANNAH = "+491500000107";
  static final String PRIYA = "+919800000102";
  static final String DAY = "2026-11-10T";

  final House house = House.with(true, settings());
  final Phones phones = new Phones(house);

  Map<String, Object> settings() {
    return Map.of();
  }

  @BeforeEach
  void theTripIsUnderWay() {
    phones.at("2026-11-08T12:00:00");
    phones.writes(PRIYA, "Priya", "P0", "2026-11-08T12:00:00", "hi");
    phones.at("2026-11-10T06:00:00");
    for (var it : List.of(TOM, EMMA, KENJI)) {
      phones.writes(it, "x", "W" + it, DAY + "06:00:00", "thanks");
    }
    for (var it : List.of(RAM, PEMBA, DAWA, BIKRAM, ANITA, DEEPAK)) {
      phones.writes(it, "x", "W" + it, DAY + "06:00:00", "thanks");
    }
    phones.at(DAY + "06:01:00");
    house.settle();
    house.execute(
        """
        UPDATE trips SET state = 'in_progress', started_at = '2026-11-10T05:19+05:45',
          ends_at = '2026-11-10T11:25+05:45' WHERE code = 'TRP123';
        UPDATE trip_guests SET person_id = (SELECT person_id FROM whatsapp_messages
          WHERE direction = 'in' ORDER BY at LIMIT 1) WHERE booking = 'BK-1903';
        INSERT INTO trip_flights VALUES (1, 'TRP123', 'BK-1901', '2026-11-10T13:30+05:45');
        """);
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** At this time, and after the second in which staff may add to it. */
  void settleAt(String at) {
    phones.at(DAY + at);
    house.settle();
    house.move(Duration.ofSeconds(1));
    house.settle();
  }

  void says(String from, String id, String at, String text) {
    phones.at(DAY + at);
    phones.writes(from, "x", id, DAY + at, text);
    settleAt(at);
  }

  /** A voice note, with what a machine has heard in it. */
  void speaks(String from, String id, String at, String heard) {
    phones.at(DAY + at);
    phones.shows(from, id, "audio", heard);
    settleAt(at);
  }

  void shows(String from, String id, String at) {
    phones.at(DAY + at);
    phones.shows(from, id, "image", "");
    settleAt(at);
    house.move(Duration.ofSeconds(8)); // P-BURST-ALBUM: no other picture comes
    house.settle();
  }

  void taps(String from, String id, String at, String choice) {
    phones.at(DAY + at);
    phones.taps(from, id, choice);
    house.settle();
  }

  void quotes(String from, String id, String at, Phones.Shown quoted, String text) {
    phones.at(DAY + at);
    phones.quotes(from, id, quoted.id(), DAY + at, text);
    house.settle();
  }

  void timersAt(String at) {
    phones.at(DAY + at);
    DueTimers.fire(house);
    house.settle();
  }

  /** R1 to S2: photo, then words. */
  void breakdown() {
    shows(RAM, "R1", "09:42:03");
    speaks(
        RAM,
        "R2",
        "09:42:20",
        "gaadi kharab ho gayi, radiator phut gaya, Naudanda ke paas, sab thik hai");
  }

  /** B1 and B2, up to what was understood. */
  Phones.Shown planned() {
    breakdown();
    phones.at(DAY + "09:44:10");
    phones.reacts(BIKRAM, "B1", shown(BIKRAM, "incident/alert").id(), "👍");
    house.settle();
    quotes(
        BIKRAM,
        "B2",
        "09:47:31",
        shown(BIKRAM, "incident/alert"),
        "suresh ko van pathaako, BA3KHA 1123, 50 min lagcha");
    return last(BIKRAM);
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  /** The last one of this text. */
  Phones.Shown shown(String phone, String template) {
    return all(phone, template).getLast();
  }

  List<Phones.Shown> all(String phone, String template) {
    return phones.of(phone).stream().filter(it -> it.template().equals(template)).toList();
  }

  String state() {
    return state("INC-1");
  }

  String state(String code) {
    return house.column("SELECT state FROM incidents WHERE code = ?", code).getFirst();
  }
}
