package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.database.Database;
import travel.opslayer.timer.DueTimers;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Bookings.Order;

/** Lucía has two seats on hold since noon, and the link to pay the deposit. */
abstract class LuciasBooking extends LuciasEvening {

  static final String ANITA = "+9779805550401";
  static final String DEEPAK = "+9779805550402";

  String link = "";

  @BeforeEach
  void twoSeatsAreHeld() {
    burst();
    phones.at(EVENING + "20:33:40");
    phones.taps(LUCIA, "L5", "ask_quote@LD-301");
    house.settle();
    phones.at(MORNING + "09:16:10");
    phones.quotes(SARITA, "A1", phones.of(SARITA).getLast().id(), "quote ebc0315 x2 10% off");
    house.settle();
    taps(SARITA, "A2", "09:16:20", "ask_approval@Q-1");
    taps(ANITA, "M0", "09:17:00", "approve@AP-1");
    taps(SARITA, "A4", "09:18:00", "send_approved@Q-1");
    taps(LUCIA, "L6", "14:02:44", "accept_quote@Q-1~1");
    var text = last(LUCIA).text();
    link = text.substring(text.indexOf("http"));
    assertThat(link).contains("/p/");
  }

  void taps(String phone, String id, String at, String choice) {
    at(at);
    phones.taps(phone, id, choice);
    house.settle();
  }

  void at(String at) {
    phones.at(at.contains("T") ? at : MORNING + at);
  }

  void gateway(String at, String payment, String event) {
    at(at);
    happens("{\"link\":\"%s\",\"id\":\"%s\",\"event\":\"%s\"}".formatted(link, payment, event));
    house.settle();
  }

  /** Writes, and waits as long as it takes until nothing more comes. */
  void asks(String phone, String id, String at, String text) {
    at(at);
    phones.quotes(phone, id, null, at.contains("T") ? at : MORNING + at, text);
    house.settle();
    house.move(Duration.ofSeconds(15));
    house.settle();
  }

  /** Timers that are due by then, and what comes of them. */
  void timers(String at) {
    at(at);
    DueTimers.fire(house);
    house.settle();
  }

  void happens(String body) {
    var answer =
        house.post(
            "/sandbox/payments",
            body.getBytes(StandardCharsets.UTF_8),
            "content-type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  String booking() {
    return house.column("SELECT state FROM core.bookings").getFirst();
  }

  /** Kind and amount of every entry, in order. */
  java.util.List<String> ledger() {
    return house.column("SELECT kind || ' ' || amount_minor FROM core.ledger ORDER BY place");
  }

  /** Somebody of ours has booked two more seats for her. */
  void another(String departure) {
    var lucia = house.column("SELECT person_id FROM core.bookings").getFirst();
    var order =
        new Order(
            null,
            UUID.fromString(lucia),
            departure,
            2,
            290_000,
            58_000,
            "USD",
            LocalDate.of(2026, 11, 9));
    var until = house.now().plus(Duration.ofDays(1));
    var command = new Command(1, UUID.randomUUID(), house.now());
    house
        .bean(Database.class)
        .write(1, sql -> house.bean(Bookings.class).hold(sql, command, order, until));
  }
}
