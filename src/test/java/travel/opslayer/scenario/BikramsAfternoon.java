package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.House;
import travel.opslayer.database.Database;
import travel.opslayer.timer.DueTimers;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * 12 November: Tom holds two seats of two departures, ABC-0320 is full with two parties waiting and
 * an offer to Chloé, three seats of EBC-0315 are free, and Priya has asked.
 */
abstract class BikramsAfternoon {

  static final String BIKRAM = "+9779805550202";
  static final String SARITA = "+9779805550201";
  static final String PEMBA = "+9779805550301";
  static final String ANITA = "+9779805550401";
  static final String TOM = "+447700900103";
  static final String CHLOE = "+33600000106";
  static final String EMMA = "+12025550104";
  static final String KENJI = "+819000000105";
  static final String PRIYA = "+919800000102";
  static final String DAY = "2026-11-12T";
  static final String THREE =
      "hold ebc0315 4 seats for priya grp, release tom hold n close abc0320 pls";

  final House house = House.with(true, Map.of());
  final Phones phones = new Phones(house);
  private int number;

  @BeforeEach
  void before() {
    house.execute("UPDATE core.departures SET booked = 11 WHERE code = 'EBC-0315'");
    house.execute(
        "INSERT INTO core.numbers VALUES (1, 'BK', 2049), (1, 'WL', 9)"
            + " ON CONFLICT (tenant_id, series) DO UPDATE SET last = excluded.last");
    writes(TOM, "2026-11-11T17:50:00", "EBC 15 march for 2 people");
    writes(SARITA, "2026-11-11T17:52:00", "quote ld301 ebc0315 x2");
    taps(TOM, "2026-11-11T18:00:00", "accept_quote@Q-1~1");
    phones.at(DAY + "10:00:00");
    tomHoldsTwoMore();
    joins(CHLOE, "14:00:00", "ABC march 20 just me");
    joins(EMMA, "14:10:00", "ABC march 20 for 2 people");
    joins(KENJI, "14:20:00", "ABC march 20 for 2 people");
    phones.at(DAY + "15:05:00");
    house.execute(
        "UPDATE core.departures SET booked = 11, version = version + 1 WHERE code = 'ABC-0320'");
    house.settle();
    phones.at(DAY + "16:00:00");
    phones.writes(PRIYA, "Priya Nair", "p1", DAY + "16:00:00", "EBC 15 march for 4 people");
    waits();
    assertThat(bookings())
        .containsExactly("BK-2050 on_hold EBC-0315 2", "BK-2051 on_hold EBC-0329 2");
    assertThat(list()).containsExactly("WL-10 offered", "WL-11 waiting", "WL-12 waiting");
    assertThat(seats("EBC-0315")).isEqualTo("open, 3 free");
    assertThat(seats("ABC-0320")).isEqualTo("open, 0 free");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void tomHoldsTwoMore() {
    var tom = UUID.fromString(house.column("SELECT person_id::text FROM core.bookings").getFirst());
    var order =
        new Bookings.Order(
            null, tom, "EBC-0329", 2, 290_000, 58_000, "USD", LocalDate.of(2026, 11, 12));
    var command = new Command(1, new UUID(7, 7), house.now());
    var until = house.now().plus(Duration.ofHours(24));
    house
        .bean(Database.class)
        .write(1, sql -> house.bean(Bookings.class).hold(sql, command, order, until));
  }

  void joins(String phone, String at, String text) {
    writes(phone, DAY + at, text);
    taps(phone, DAY + at, last(phone).choices().getFirst());
    assertThat(last(phone).template()).isEqualTo("waitlist/joined");
  }

  void writes(String phone, String at, String text) {
    quotes(phone, at, null, text);
  }

  /** Written then, and answered when nothing more comes. */
  void quotes(String phone, String at, @Nullable String quoted, String text) {
    var then = at.contains("T") ? at : DAY + at;
    phones.at(then);
    phones.quotes(phone, "m" + ++number, quoted, then, text);
    waits();
  }

  void waits() {
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  void taps(String phone, String at, String choice) {
    phones.at(at.contains("T") ? at : DAY + at);
    phones.taps(phone, "t" + ++number, choice);
    house.settle();
  }

  void timers(String at) {
    phones.at(at.contains("T") ? at : DAY + at);
    DueTimers.fire(house);
    house.settle();
  }

  /** The id of what is tapped on the last message of this text. */
  String choice(String template, String start) {
    return last(BIKRAM, template).choices().stream()
        .filter(it -> it.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError(start + " is not offered."));
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  Phones.Shown last(String phone, String template) {
    return phones.of(phone).stream()
        .filter(it -> it.template().equals(template))
        .reduce((one, other) -> other)
        .orElseThrow(() -> new AssertionError(template + " was not said: " + phones.of(phone)));
  }

  long said(String phone, String template) {
    return phones.of(phone).stream().filter(it -> it.template().equals(template)).count();
  }

  List<String> bookings() {
    return house.column(
        "SELECT code || ' ' || state || ' ' || departure || ' ' || party FROM core.bookings"
            + " ORDER BY code");
  }

  List<String> list() {
    return house.column("SELECT code || ' ' || state FROM core.waitlist ORDER BY code");
  }

  String seats(String departure) {
    return house
        .column(
            "SELECT state || ', ' || capacity - held - booked || ' free' FROM core.departures"
                + " WHERE code = ?",
            departure)
        .getFirst();
  }

  List<String> requests() {
    return house.column(
        "SELECT code || ' ' || action || ' ' || state FROM staff_requests ORDER BY code");
  }
}
