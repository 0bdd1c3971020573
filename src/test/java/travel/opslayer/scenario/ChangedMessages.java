package travel.opslayer.scenario;

import java.time.Duration;
import java.util.List;

/** Phones on which people change and delete what they wrote. */
abstract class ChangedMessages extends LuciasEvening {

  static final String PRIYA = "+919800000102";
  static final String ANITA = "+9779805550401";
  static final String DAY = "2026-11-10T";

  void writes(String phone, String id, String at, String text) {
    phones.at(DAY + at);
    phones.quotes(phone, id, null, DAY + at, text);
    rest();
  }

  void edits(String phone, String id, String at, String of, String text) {
    phones.at(DAY + at);
    phones.edits(phone, id, of, text);
    rest();
  }

  void revokes(String phone, String id, String at, String of) {
    phones.at(DAY + at);
    phones.revokes(phone, id, of);
    rest();
  }

  void taps(String phone, String id, String at, String choice) {
    phones.at(DAY + at);
    phones.taps(phone, id, choice);
    rest();
  }

  void rest() {
    house.settle();
    house.move(Duration.ofSeconds(6));
    house.settle();
  }

  Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  List<String> bookings() {
    return house.column(
        "SELECT code || ' ' || state || ' x' || party || ' of ' || total_minor"
            + " FROM core.bookings ORDER BY code");
  }

  String held(String departure) {
    return house
        .column("SELECT held::text FROM core.departures WHERE code = ?", departure)
        .getFirst();
  }

  /** Priya has three seats on hold, by a message that she may change: P1. */
  void priyaHoldsThree() {
    writes(PRIYA, "P0", "09:50:00", "EBC 15 march for 3 people");
    writes(PRIYA, "P1", "10:00:00", "pls hold 3 seats ebc 15 mar for 24h");
  }
}
