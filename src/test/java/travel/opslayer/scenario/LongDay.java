package travel.opslayer.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.trip.GuestPlanRepository;
import travel.opslayer.trip.GuestPlanRepository.Plan;
import travel.opslayer.trip.GuestRepository;

/** 10 November in the evening: Ram drives TRP127 with six guests; Priya has dinner at eight. */
abstract class LongDay extends FieldDay {

  static final String PRIYA = "+919800000102";
  static final String EMMA = "+12025550104";

  @BeforeEach
  void theVanIsOnItsWay() {
    phones.at("2026-11-08T12:00:00");
    phones.writes(PRIYA, "Priya", "P0", "2026-11-08T12:00:00", "hi");
    phones.at(DAY + "04:30:00");
    for (var it : List.of(TOM, EMMA)) {
      phones.writes(it, "x", "W" + it, DAY + "04:30:00", "thanks");
    }
    settle();
    phones.at(DAY + "13:20:00");
    settle();
    house.execute(
        """
        UPDATE trips SET state = 'in_progress', started_at = '2026-11-10T05:19+05:45'
          WHERE code = 'TRP123';
        UPDATE crew SET state = 'checked_in', checked_in_at = starts_at WHERE trip = 'TRP123';
        """);
    writes(RAM, "R00", "13:20:00", "checkout, sabai 9 jana oralyo, 48082 km");
    house.execute(
        """
        UPDATE trips SET state = 'in_progress', started_at = starts_at WHERE code = 'TRP127';
        UPDATE crew SET state = 'removed' WHERE trip = 'TRP127' AND role = 'lead';
        UPDATE crew SET state = 'checked_in', checked_in_at = starts_at WHERE trip = 'TRP127'
          AND role = 'driver';
        """);
    guests();
  }

  private void guests() {
    var people =
        house
            .rows(
                """
                SELECT coalesce(p.code, 'PRIYA') AS code, p.id FROM people p
                WHERE p.code IN ('TOM', 'EMMA') OR p.id = (SELECT person_id
                  FROM whatsapp_messages WHERE direction = 'in' ORDER BY at LIMIT 1)
                """)
            .stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    it -> String.valueOf(it.get("code")),
                    it -> java.util.UUID.fromString(String.valueOf(it.get("id")))));
    var guests = house.bean(GuestRepository.class);
    var parties = Map.of("TOM", "BK-1911", "PRIYA", "BK-1912", "EMMA", "BK-1913");
    house
        .bean(travel.opslayer.database.Database.class)
        .write(
            1,
            sql -> {
              parties.forEach(
                  (who, booking) ->
                      guests.add(sql, 1, "TRP127", booking, people.get(who), who, "Lakeside", 2));
              house
                  .bean(GuestPlanRepository.class)
                  .put(
                      sql,
                      1,
                      "TRP127",
                      new Plan(
                          "BK-1912",
                          "dinner",
                          java.time.OffsetDateTime.parse(DAY + "20:00:00+05:45").toInstant()));
              return null;
            });
  }

  void speaks(String from, String id, String at, String heard) {
    phones.at(DAY + at);
    phones.speaks(from, id, DAY + at, heard);
    settle();
  }

  /** A picture; staff are given time to add others. */
  void shows(String from, String id, String at, String caption) {
    phones.at(DAY + at);
    phones.shows(from, id, DAY + at, Map.of("kind", "image", "caption", caption));
    settle();
    house.move(java.time.Duration.ofSeconds(10));
    house.settle();
  }

  /** R1 to S2: two hours more are asked for. */
  void asked() {
    writes(RAM, "R1", "18:31:00", "jam cha lakeside ma, 2 hr dherai lagcha hola. extn garnu?");
    taps(RAM, "R2", "18:31:09", "ask_longer:120@TRP127");
  }

  /** B1 to S4. */
  void granted() {
    asked();
    speaks(BIKRAM, "B1", "18:33:00", "huncha, guest lai pani bhanideu");
    taps(BIKRAM, "B2", "18:33:15", "approve_tell@AP-1");
  }

  List<Phones.Shown> all(String phone, String template) {
    return phones.of(phone).stream().filter(it -> it.template().equals(template)).toList();
  }

  List<String> everything() {
    return Stream.of(RAM, BIKRAM, PEMBA, ANITA)
        .flatMap(it -> phones.of(it).stream())
        .map(Phones.Shown::text)
        .toList();
  }

  String one(String sql) {
    return house.column(sql).getFirst();
  }
}
