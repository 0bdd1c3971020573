package travel.opslayer.travelcore.bundled.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.NOW;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.TENANT;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.command;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.seats.Hold;

/** Many at once: no seat is given twice, no counter drifts, nobody waits in a circle. */
class SeatRacesTest {

  private static final SeatOffice OFFICE = new SeatOffice();

  private static final int CLIENTS = 16;
  private static final int OPERATIONS = 24_000;
  private static final int DEPARTURES = 12;
  private static final int CAPACITY = 16;

  /** Holds that are on people's minds at the same moment. */
  private static final int AT_ONCE = 300;

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void twenty_four_thousand_mixed_operations_oversell_nothing() throws Exception {
    IntStream.range(0, DEPARTURES).forEach(it -> OFFICE.departure("MIX" + it, CAPACITY));
    var deadlocks = new LongAdder();
    var done = new ConcurrentHashMap<String, Integer>();

    together(
        CLIENTS,
        client -> {
          var random = new SplittableRandom(client);
          for (var i = 0; i < OPERATIONS / CLIENTS; i++) {
            try {
              var step = i;
              OFFICE.write(sql -> any(sql, random, step, done));
            } catch (TryAgain e) {
              deadlocks.increment();
            }
          }
          return 0;
        });

    assertThat(deadlocks.sum()).isZero();
    assertThat(done)
        .containsOnlyKeys(
            "active", "consumed", "released", "expired", "SOLD_OUT", "HOLD_GONE", "NOT_FOUND");
    assertThat(done.getOrDefault("active", 0) + done.getOrDefault("consumed", 0))
        .isGreaterThan(OPERATIONS / 20);
    for (var i = 0; i < DEPARTURES; i++) {
      var tally = OFFICE.tally("MIX" + i);
      assertThat(tally.isTrue()).as("%s", tally).isTrue();
      assertThat(tally.held() + tally.booked()).isLessThanOrEqualTo(CAPACITY);
    }
  }

  /** Few enough to be met by several: held, sold, kept, freed and forgotten in turn. */
  private static int any(
      Sql sql, SplittableRandom random, int step, ConcurrentHashMap<String, Integer> done) {
    var which = step * 2 + random.nextInt(AT_ONCE);
    var id = new UUID(7, which);
    var now = NOW.plusMillis(step);
    var seats = OFFICE.seats;
    var command = command(UUID.randomUUID(), now);
    var what = random.nextInt(100);
    if (what >= 95) {
      return seats.sweep(sql, TENANT, now, 3);
    }
    CoreResult<Hold> result =
        what < 50
            ? seats.hold(
                sql,
                command(id, now),
                "MIX" + which % DEPARTURES,
                1 + which % 3,
                Hold.FOR_BOOKING,
                now.plusMillis(10 + which % 7 * 30L))
            : what < 70
                ? seats.sell(sql, command, id)
                : what < 80
                    ? seats.extend(sql, command, id, now.plusMillis(300))
                    : seats.release(sql, command, id);
    done.merge(what(result), 1, Integer::sum);
    return 0;
  }

  private static String what(CoreResult<Hold> result) {
    return switch (result) {
      case CoreResult.Done<Hold>(var hold) -> hold.state();
      case Rejected<Hold>(var why, _) -> why.name();
      case CoreResult.Unknown<Hold> _, CoreResult.Unsupported<Hold> _ -> "?";
    };
  }

  @Test
  void of_fifty_who_want_the_last_seat_one_has_it_and_the_others_are_told() throws Exception {
    for (var round = 0; round < 5; round++) {
      var departure = "LAST" + round;
      OFFICE.departure(departure, 3).hold(departure, 2);

      var results = together(50, _ -> OFFICE.hold(departure, 1));

      assertThat(results).filteredOn(it -> it.done().isPresent()).hasSize(1);
      assertThat(results)
          .filteredOn(it -> it.done().isEmpty())
          .hasSize(49)
          .allMatch(it -> it.equals(new Rejected<Hold>(Why.SOLD_OUT, "0")));
      assertThat(OFFICE.tally(departure).held()).isEqualTo(3);
    }
  }

  @Test
  void the_same_command_by_many_at_once_is_one_hold() throws Exception {
    OFFICE.departure("SAME", 10);
    var id = UUID.randomUUID();

    var results = together(20, _ -> OFFICE.hold(id, "SAME", 2, NOW, NOW.plusSeconds(60)));

    assertThat(results).allMatch(it -> it.done().isPresent());
    assertThat(OFFICE.tally("SAME").held()).isEqualTo(2);
  }

  private interface Client<T> {
    T work(int client);
  }

  private static <T> List<T> together(int clients, Client<T> client)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var tasks = new ArrayList<Callable<T>>();
      for (var i = 0; i < clients; i++) {
        var number = i;
        tasks.add(() -> client.work(number));
      }
      var results = new ArrayList<T>();
      for (var it : threads.invokeAll(tasks)) {
        results.add(it.get());
      }
      return results;
    }
  }
}
