package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.NOW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.UNIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings.Change;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger.Posting;

/**
 * Two thousand histories by chance, each beside a sheet of paper: who has which seats, who paid
 * what. Whatever is refused on paper is refused, and afterwards both say the same.
 */
class SellingHistoriesTest {

  private static final SellingOffice OFFICE = new SellingOffice();
  private static final int HISTORIES = 2_000;
  private static final int WORKERS = 4;
  private static final int STEPS = 16;

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void seats_and_money_are_what_they_are_on_paper() throws Exception {
    OFFICE.departure("T0", 1);
    var done =
        SellingOffice.together(
            WORKERS,
            first -> {
              var steps = 0;
              for (var i = first; i < HISTORIES; i += WORKERS) {
                var number = i;
                steps += OFFICE.write(sql -> new History(sql, number).play());
              }
              return steps;
            });

    assertThat(done.stream().mapToInt(it -> it).sum()).isGreaterThan(HISTORIES * STEPS / 4);
  }

  /** A line on the sheet. */
  private static final class Line {
    private Booking booking;
    private long charged;
    private long paid;
    private long refunded;

    Line(Booking booking) {
      this.booking = booking;
    }

    boolean is(String state) {
      return booking.state().equals(state);
    }

    boolean hasSeats() {
      return !Booking.ENDED.contains(booking.state());
    }
  }

  /** Two departures and those who travel. */
  private static final class History {

    private final Sql sql;
    private final SplittableRandom random;
    private final List<String> departures;
    private final int capacity;
    private final List<Line> lines = new ArrayList<>();
    private Instant now = NOW;
    private int done;

    History(Sql sql, int number) {
      this.sql = sql;
      this.random = new SplittableRandom(number);
      this.departures = List.of("H" + number + "A", "H" + number + "B");
      this.capacity = 2 + random.nextInt(5);
    }

    int play() {
      departures.forEach(it -> SellingOffice.departure(sql, it, capacity));
      for (var i = 0; i < STEPS; i++) {
        step();
      }
      departures.forEach(this::checkSeats);
      lines.forEach(this::checkMoney);
      return done;
    }

    private void step() {
      if (lines.isEmpty() || random.nextInt(4) == 0) {
        hold(departures.get(random.nextInt(2)), 1 + random.nextInt(3));
        return;
      }
      var it = lines.get(random.nextInt(lines.size()));
      switch (random.nextInt(9)) {
        case 0, 1 -> confirm(it);
        case 2 -> cancel(it);
        case 3, 4 -> amend(it, departures.get(random.nextInt(2)), 1 + random.nextInt(3));
        case 5 -> extend(it);
        case 6 -> pay(it, 1 + random.nextInt(1000));
        case 7 -> refund(it, 1 + random.nextInt(1000));
        default -> now = now.plusSeconds(21_600);
      }
    }

    private int free(String departure) {
      return capacity
          - lines.stream()
              .filter(it -> it.booking.departure().equals(departure) && it.hasSeats())
              .filter(it -> !it.booking.stateAt(now).equals(Booking.EXPIRED))
              .mapToInt(it -> it.booking.party())
              .sum();
    }

    private void hold(String departure, int party) {
      var fits = free(departure) >= party;
      var order = SellingOffice.order(departure, party);
      var until = now.plusSeconds(86_400);
      var result = OFFICE.bookings.hold(sql, command(), order, until);
      assertThat(result.done().isPresent()).isEqualTo(fits);
      result.done().ifPresent(it -> lines.add(new Line(it)));
      done += fits ? 1 : 0;
    }

    private void confirm(Line it) {
      var state = it.booking.stateAt(now);
      var may = state.equals(Booking.ON_HOLD) || state.equals(Booking.CONFIRMED);
      var anew = state.equals(Booking.ON_HOLD);
      became(it, OFFICE.bookings.confirm(sql, command(), it.booking), may);
      it.charged += anew ? it.booking.totalMinor() : 0;
    }

    private void cancel(Line it) {
      var sold = it.is(Booking.CONFIRMED);
      var may = it.is(Booking.ON_HOLD) || it.is(Booking.CANCELLED) || sold;
      became(it, OFFICE.bookings.cancel(sql, command(), it.booking), may);
      it.charged -= sold ? it.booking.totalMinor() : 0;
    }

    private void amend(Line it, String departure, int party) {
      var state = it.booking.stateAt(now);
      var own = it.booking.departure().equals(departure) ? it.booking.party() : 0;
      var lives = state.equals(Booking.ON_HOLD) || state.equals(Booking.CONFIRMED);
      var may = lives && free(departure) + own >= party;
      var before = it.booking.totalMinor();
      var change = new Change(departure, party, party * UNIT, 0);
      became(it, OFFICE.bookings.amend(sql, command(), it.booking, change), may);
      it.charged += it.is(Booking.CONFIRMED) ? it.booking.totalMinor() - before : 0;
    }

    private void extend(Line it) {
      var may = it.booking.stateAt(now).equals(Booking.ON_HOLD);
      var until = now.plusSeconds(86_400);
      became(it, OFFICE.bookings.extend(sql, command(), it.booking, until), may);
    }

    /** A refusal may still have found that the booking is over. */
    private void became(Line it, CoreResult<Booking> result, boolean expected) {
      assertThat(result.done().isPresent()).as("%s of %s", result, it.booking).isEqualTo(expected);
      done += expected ? 1 : 0;
      it.booking = OFFICE.bookings.byCode(sql, TENANT, it.booking.code()).orElseThrow();
    }

    private void pay(Line it, long amount) {
      var command = command();
      var posting = posting(it, Entry.PAYMENT, amount, command);
      assertThat(OFFICE.ledger.post(sql, command, posting).done()).isPresent();
      assertThat(OFFICE.ledger.post(sql, command(), posting).done()).isPresent();
      it.paid += amount;
      done++;
    }

    private void refund(Line it, long amount) {
      var may = amount <= it.paid - it.refunded;
      var command = command();
      var posting = posting(it, Entry.REFUND, amount, command);
      var result = OFFICE.ledger.post(sql, command, posting);
      assertThat(result.done().isPresent()).isEqualTo(may);
      it.refunded += may ? amount : 0;
      done += may ? 1 : 0;
    }

    private static Posting posting(Line it, String kind, long amount, Command command) {
      return new Posting(it.booking.id(), kind, amount, "USD", "gateway " + command.id());
    }

    private void checkSeats(String departure) {
      OFFICE.seats.sweep(sql, TENANT, now, 99);
      for (var it : lines) {
        if (it.booking.stateAt(now).equals(Booking.EXPIRED)) {
          OFFICE.bookings.expire(sql, command(), it.booking);
          it.booking = OFFICE.bookings.byCode(sql, TENANT, it.booking.code()).orElseThrow();
        }
      }
      var tally = SellingOffice.tally(sql, departure);
      assertThat(tally.isTrue()).as("%s", tally).isTrue();
      assertThat(tally.held() + tally.booked()).isEqualTo(capacity - free(departure));
      assertThat(tally.held() + tally.booked()).isLessThanOrEqualTo(capacity);
    }

    private void checkMoney(Line it) {
      assertThat(OFFICE.ledger.balance(sql, TENANT, it.booking.id()))
          .contains(new Balance("USD", it.charged, it.paid, it.refunded));
      var sold = it.is(Booking.CONFIRMED) ? it.booking.totalMinor() : 0;
      assertThat(it.charged).isEqualTo(sold);
    }

    private Command command() {
      return SellingOffice.command(now);
    }
  }
}
