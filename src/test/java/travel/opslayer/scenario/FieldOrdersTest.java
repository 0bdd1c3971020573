package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the crew sends arrives late, in any order and twice: the trip ends up as it did in order.
 */
class FieldOrdersTest {

  private static final List<String> SAID = List.of("tap", "count", "place");

  /** One morning, with an alarm because nothing has come yet. */
  private static final class Morning extends FieldDay {

    void alarm() {
      phones.at(DAY + "04:00:00");
      phones.writes(PEMBA, "Pemba", "G0", DAY + "04:00:00", "hello");
      settle();
      clock("05:10:00");
      assertThat(told(BIKRAM)).contains("trip/no_check_in");
    }

    void comes(String what) {
      for (var twice = 0; twice < 2; twice++) {
        switch (what) {
          case "tap" -> phones.tapsAt(PEMBA, "G1", DAY + "04:48:05", "check_in@TRP123");
          case "count" -> phones.speaks(PEMBA, "G2", DAY + "04:52:40", "pugyo hotel, 9 jana cha");
          case "place" -> phones.isAt(PEMBA, "G3", DAY + "04:52:55", 28.2096, 83.9584);
          default -> phones.quotes(PEMBA, "G4", null, DAY + "05:11:44", "sabai aayo, janchau");
        }
      }
    }

    List<String> end() {
      return house.column(
          """
          SELECT line FROM (
            SELECT 1 AS part, 'trip ' || state || coalesce(' ' || to_char(started_at AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI:SS'), '') AS line
              FROM trips WHERE code = 'TRP123'
            UNION ALL
            SELECT 2, p.code || ' ' || c.state || coalesce(' ' ||
              to_char(c.checked_in_at AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI:SS'), '')
              FROM crew c JOIN people p ON p.id = c.person_id WHERE c.trip = 'TRP123'
            UNION ALL
            SELECT 3, booking || ' ' || state FROM trip_guests WHERE trip = 'TRP123'
            UNION ALL
            SELECT DISTINCT 4, kind || ' ' || happened_at || coalesce(' ' || number, '')
              || coalesce(' ' || withdrawn, '') FROM trip_facts
              WHERE trip = 'TRP123' AND (withdrawn IS NULL OR kind = 'alarm')
            UNION ALL
            SELECT 5, 'withdrawn ' || count(*) FROM timeline_entries
              WHERE subject = 'TRP123' AND kind = 'alarm_withdrawn'
          ) AS lines ORDER BY part, line
          """);
    }
  }

  /** Each is answered before the next one comes. */
  private static List<String> oneByOne(List<String> order) {
    var morning = new Morning();
    try {
      morning.alarm();
      var second = 0;
      for (var it : order) {
        morning.phones.at(FieldDay.DAY + "05:12:%02d".formatted(second));
        morning.comes(it);
        morning.settle();
        second += 20;
      }
      return morning.end();
    } finally {
      morning.close();
    }
  }

  private static List<String> atOnce(List<String> order) {
    var morning = new Morning();
    try {
      morning.alarm();
      morning.phones.at(FieldDay.DAY + "05:12:00");
      order.forEach(morning::comes);
      morning.settle();
      morning.clock("05:14:00");
      return morning.end();
    } finally {
      morning.close();
    }
  }

  @Test
  void check_in_count_and_place_come_one_by_one() {
    var inOrder = oneByOne(SAID);

    assertThat(inOrder).contains("withdrawn 1", "PEMBA checked_in 04:48:05");
    for (var order : Orders.of(SAID)) {
      assertThat(oneByOne(order)).as(order.toString()).isEqualTo(inOrder);
    }
  }

  @Test
  void all_of_it_comes_at_once_and_they_have_left() {
    var all = List.of("tap", "count", "place", "off");
    var inOrder = atOnce(all);

    assertThat(inOrder).contains("withdrawn 1", "trip in_progress 05:11:44");
    for (var order : Orders.of(all)) {
      assertThat(atOnce(order)).as(order.toString()).isEqualTo(inOrder);
    }
  }
}
