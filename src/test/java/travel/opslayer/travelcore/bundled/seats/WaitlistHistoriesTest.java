package travel.opslayer.travelcore.bundled.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.NOW;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.TENANT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.seats.Fit;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/**
 * Ten thousand histories by chance, each beside a line that a child could keep on paper: whoever is
 * next is next, nobody is passed over without a reason that is kept, no seat is given twice.
 */
class WaitlistHistoriesTest {

  private static final SeatOffice OFFICE = new SeatOffice();
  private static final int HISTORIES = 10_000;
  private static final int WORKERS = 4;
  private static final int STEPS = 14;
  private static final Instant LATER = NOW.plusSeconds(7200);

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void nobody_is_passed_over_in_silence_and_no_seat_is_given_twice() throws Exception {
    OFFICE.departure("T0", 1);
    try (var threads = Executors.newFixedThreadPool(WORKERS)) {
      var parts = new ArrayList<Callable<Integer>>();
      for (var worker = 0; worker < WORKERS; worker++) {
        var first = worker;
        parts.add(() -> histories(first));
      }
      var offers = 0;
      for (var it : threads.invokeAll(parts)) {
        offers += it.get();
      }
      assertThat(offers).isGreaterThan(HISTORIES / 2);
    }
  }

  private static int histories(int first) {
    var offers = 0;
    for (var i = first; i < HISTORIES; i += WORKERS) {
      var number = i;
      offers += OFFICE.write(sql -> new History(sql, number).play());
    }
    return offers;
  }

  /** One departure and its line. */
  private static final class History {

    private final Sql sql;
    private final SplittableRandom random;
    private final String departure;
    private final Fit fit;
    private final int capacity;
    private final List<UUID> line = new ArrayList<>();
    private final Map<UUID, Integer> parties = new HashMap<>();
    private final Map<UUID, Integer> skips = new HashMap<>();
    private final List<UUID> offered = new ArrayList<>();
    private final List<UUID> sold = new ArrayList<>();
    private int used;
    private int offers;

    History(Sql sql, int number) {
      this.sql = sql;
      this.random = new SplittableRandom(number);
      this.departure = "H" + number;
      this.fit = random.nextBoolean() ? Fit.SKIP : Fit.WAIT;
      this.capacity = 1 + random.nextInt(4);
    }

    int play() {
      sql.update(
          """
          INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone, state,
            capacity)
          VALUES (?, ?, 'T', '2027-03-15', '2027-03-28', 'Asia/Kathmandu', 'open', ?)
          """,
          TENANT,
          departure,
          capacity);
      for (var i = 0; i < STEPS; i++) {
        step();
      }
      check();
      return offers;
    }

    private void step() {
      switch (random.nextInt(10)) {
        case 0, 1 -> join(1 + random.nextInt(3));
        case 2 -> walkIn(1 + random.nextInt(2));
        case 3 -> cancel();
        case 4 -> answer(true);
        case 5 -> answer(false);
        case 6 -> leave();
        default -> offer();
      }
    }

    private void join(int party) {
      var it =
          OFFICE
              .waitlist
              .join(sql, command(), departure, UUID.randomUUID(), party, false)
              .done()
              .orElseThrow();
      line.add(it.id());
      parties.put(it.id(), party);
      assertThat(it.ahead()).isEqualTo(line.size() - 1);
    }

    private void walkIn(int party) {
      var hold = OFFICE.seats.hold(sql, command(), departure, party, Hold.FOR_BOOKING, LATER);
      assertThat(hold.done().isPresent()).isEqualTo(line.isEmpty() && used + party <= capacity);
      hold.done().ifPresent(this::sell);
    }

    private void sell(Hold hold) {
      OFFICE.seats.sell(sql, command(), hold.id());
      sold.add(hold.id());
      parties.put(hold.id(), hold.party());
      used += hold.party();
    }

    private void cancel() {
      if (!sold.isEmpty()) {
        var it = sold.remove(random.nextInt(sold.size()));
        OFFICE.seats.release(sql, command(), it);
        used -= parties.getOrDefault(it, 0);
      }
    }

    private void offer() {
      var next = OFFICE.waitlist.next(sql, command(), departure, fit).map(WaitlistEntry::id);
      assertThat(next).isEqualTo(expected());
      next.ifPresent(
          it -> {
            assertThat(OFFICE.waitlist.offer(sql, command(), it, LATER).done()).isPresent();
            line.remove(it);
            offered.add(it);
            used += parties.getOrDefault(it, 0);
            offers++;
          });
    }

    private Optional<UUID> expected() {
      for (var it : used < capacity ? line : List.<UUID>of()) {
        if (used + parties.getOrDefault(it, 0) <= capacity) {
          return Optional.of(it);
        }
        skips.merge(it, 1, Integer::sum);
        if (fit == Fit.WAIT) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private void answer(boolean yes) {
      if (offered.isEmpty()) {
        return;
      }
      var it = offered.remove(random.nextInt(offered.size()));
      if (yes) {
        var taken = OFFICE.waitlist.accept(sql, command(), it, LATER).done().orElseThrow();
        var hold = Objects.requireNonNull(taken.hold());
        OFFICE.seats.sell(sql, command(), hold);
        sold.add(hold);
        parties.put(hold, taken.party());
      } else {
        var no = random.nextBoolean();
        var done =
            no
                ? OFFICE.waitlist.decline(sql, command(), it)
                : OFFICE.waitlist.lapse(sql, command(), it);
        assertThat(done.done()).isPresent();
        used -= parties.getOrDefault(it, 0);
      }
    }

    private void leave() {
      if (!line.isEmpty()) {
        var it = line.remove(random.nextInt(line.size()));
        assertThat(OFFICE.waitlist.withdraw(sql, command(), it).done()).isPresent();
      }
    }

    private void check() {
      var counters =
          sql.one(
                  """
                  SELECT held + booked AS used, waiting FROM core.departures
                  WHERE tenant_id = ? AND code = ?
                  """,
                  row -> List.of(row.integer("used"), row.integer("waiting")),
                  TENANT,
                  departure)
              .orElseThrow();
      assertThat(counters).isEqualTo(List.of(used, line.size()));
      assertThat(used).isLessThanOrEqualTo(capacity);
      var kept = new HashMap<UUID, Integer>();
      sql.list(
              """
              SELECT entry_id FROM core.waitlist_skips
              WHERE tenant_id = ? AND entry_id = ANY(?)
              """,
              row -> row.uuid("entry_id"),
              TENANT,
              Sql.array("uuid", parties.keySet()))
          .forEach(it -> kept.merge(it, 1, Integer::sum));
      assertThat(kept).isEqualTo(skips);
    }

    private Command command() {
      return SeatOffice.command(UUID.randomUUID(), NOW);
    }
  }
}
