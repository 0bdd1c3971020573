package travel.opslayer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.database.Database;
import travel.opslayer.time.ServiceClock;

class HousekeepingTest {

  private static final Instant EVE = Instant.parse("2031-01-31T23:59:00Z");

  private final ServiceClock clock = new ServiceClock(InstantSource.fixed(EVE));
  private final Housekeeping housekeeping =
      new Housekeeping(Shipped.bean(RoomRepository.class), clock);

  private static List<String> months() {
    return Shipped.bean(Database.class)
        .global(
            sql ->
                sql.list(
                    """
                    SELECT relname::text AS name FROM pg_class
                    WHERE relispartition AND relkind = 'r' AND relname LIKE 'decisions_2031%' ORDER BY relname
                    """,
                    row -> row.text("name")));
  }

  @Test
  void it_works_once_a_day_and_makes_room_for_the_next_months() {
    assertThat(housekeeping.runOnce()).isEqualTo(1);
    assertThat(housekeeping.runOnce()).isZero();
    assertThat(months())
        .containsExactly(
            "decisions_2031_01", "decisions_2031_02", "decisions_2031_03", "decisions_2031_04");

    clock.moveTo(EVE.plusSeconds(60));

    assertThat(housekeeping.runOnce()).isEqualTo(1);
    assertThat(months()).endsWith("decisions_2031_05");
  }
}
