package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import travel.opslayer.House;

/** Lucía's first evening: a burst of bubbles that arrive shuffled and doubled. */
abstract class LuciasEvening {

  static final String LUCIA = "+34600000101";
  static final String SARITA = "+9779805550201";
  static final String BIKRAM = "+9779805550202";
  static final String EVENING = "2026-11-08T";
  static final String MORNING = "2026-11-09T";

  final House house = House.with(true, Map.of());
  final Phones phones = new Phones(house);

  @BeforeEach
  void luciaIsUnknown() {
    assertThat(house.count("SELECT count(*) FROM people WHERE code = 'LUCIA'")).isZero();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** L1 to L4, as they were received. */
  void burst() {
    phones.at(EVENING + "20:31:02");
    phones.writes(LUCIA, "L1", EVENING + "20:31:02", "hola!! 👋");
    house.settle();
    phones.at(EVENING + "20:31:12");
    phones.writes(LUCIA, "L3", EVENING + "20:31:11", "en marzo, el 15 mas o menos");
    house.settle();
    phones.at(EVENING + "20:31:13");
    phones.writes(LUCIA, "L2", EVENING + "20:31:06", "intrested in EBC treck for 2 peple");
    phones.at(EVENING + "20:31:14");
    phones.writes(LUCIA, "L2", EVENING + "20:31:06", "intrested in EBC treck for 2 peple");
    phones.at(EVENING + "20:31:15");
    phones.says(LUCIA, "L4", EVENING + "20:31:15");
    house.settle();
    phones.at(EVENING + "20:31:18");
    house.settle();
    assertThat(phones.of(LUCIA)).isEmpty();
    phones.at(EVENING + "20:31:19");
    house.settle();
  }
}
