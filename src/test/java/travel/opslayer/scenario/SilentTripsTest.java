package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import travel.opslayer.operations.SilentTrips;

/** A silence that is noticed while nothing can be written down is noticed again. */
class SilentTripsTest extends FromTheValley {

  @Test
  void what_the_inbox_could_not_keep_is_said_at_the_next_look() {
    house.execute(
        """
        CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'crash'; END $$;
        CREATE TRIGGER crash BEFORE INSERT ON inbox FOR EACH ROW EXECUTE FUNCTION crash();
        """);
    phones.at(DAY + "06:51:00");
    assertThatThrownBy(house.bean(SilentTrips.class)::runOnce).isInstanceOf(RuntimeException.class);
    house.execute("DROP TRIGGER crash ON inbox");

    silence();
    assertThat(all(BIKRAM, "watch/no_contact")).hasSize(1);
  }

  @Test
  void a_silence_is_said_once() {
    silence();
    clock("13:50:10");
    clock("13:50:20");
    assertThat(all(BIKRAM, "watch/no_contact")).hasSize(1);
  }
}
