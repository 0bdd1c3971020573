package travel.opslayer.scenario;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.decision.RuleFolder;

/** Bikram tells the guests of TRP123 that they leave later; two of them a second. */
abstract class Announcing extends Breakdown {

  static final String LATE = "BROADCAST TRP123: Flights to Lukla are late. We leave at 9, ok?";

  /** Those who can be written to, in the order of their bookings. */
  static final List<String> GUESTS = List.of(TOM, KENJI, PRIYA, HANNAH, EMMA);

  @BeforeEach
  void twoASecond() {
    house.rule("parameters.csv", "P-BROADCAST-PACE,20", "P-BROADCAST-PACE,2");
    house.bean(RuleFolder.class).load();
    house.execute(
        "UPDATE people SET language = 'hi' WHERE id ="
            + " (SELECT person_id FROM trip_guests WHERE booking = 'BK-1903')");
  }

  Phones.Shown shownFirst() {
    says(BIKRAM, "B1", "07:00:00", LATE);
    return last(BIKRAM);
  }

  /** The first two have it. */
  void sent() {
    shownFirst();
    taps(BIKRAM, "B2", "07:01:00", "send_broadcast@BC-1~1");
  }

  void seconds(int count) {
    for (var i = 0; i < count; i++) {
      house.move(Duration.ofSeconds(1));
      house.settle();
    }
  }

  String where() {
    return house.column("SELECT state FROM broadcasts WHERE code = 'BC-1'").getFirst();
  }

  /** Who has it how often, in the order of their bookings. */
  List<Integer> got() {
    return GUESTS.stream().map(it -> told(it).size()).toList();
  }

  List<Phones.Shown> told(String phone) {
    return all(phone, "broadcast/guest");
  }

  /** {@code 07:02:00} and after: a tap without the wait of {@link #taps}. */
  void tapsNow(String from, String id, String choice) {
    phones.taps(from, id, choice);
    house.settle();
  }
}
