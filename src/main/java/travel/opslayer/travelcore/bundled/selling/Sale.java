package travel.opslayer.travelcore.bundled.selling;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import travel.opslayer.database.Sql;
import travel.opslayer.time.Ids;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.Seats;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings.Change;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;

/** What a booking does with its seats and its price, while its departures are locked. */
@Singleton
final class Sale {

  /** For seats that are sold in the same transaction. */
  private static final int A_MOMENT_SECONDS = 60;

  private final Seats seats;
  private final Ledger ledger;

  Sale(Seats seats, Ledger ledger) {
    this.seats = seats;
    this.ledger = ledger;
  }

  /** A command within a command: made of it, so it is the same when that is given again. */
  static Command part(Command command, String what) {
    return new Command(command.tenant(), Ids.from(command.id(), what), command.now());
  }

  static Booking move(Sql sql, Command command, Booking it, String state) {
    return BookingRepository.change(sql, command.tenant(), it, "state = ?", state);
  }

  CoreResult<Booking> extend(Sql sql, Command command, Booking it, Instant until) {
    return longer(
        sql,
        command,
        it,
        until,
        "extended = extended + 1, extended_seconds = extended_seconds + ?",
        Duration.between(it.heldUntil(), until).toSeconds());
  }

  CoreResult<Booking> grace(Sql sql, Command command, Booking it, Instant until) {
    return longer(sql, command, it, until, "graced = ?", true);
  }

  private CoreResult<Booking> longer(
      Sql sql, Command command, Booking it, Instant until, String set, Object value) {
    if (!it.state().equals(Booking.ON_HOLD)) {
      return BundledBookings.notChangeable(it);
    }
    if (!until.isAfter(command.now())) {
      return new Rejected<>(Why.INVALID, "held until " + until);
    }
    return seats.extend(sql, part(command, "extend"), it.hold(), until) instanceof Done<Hold>
        ? new Done<>(BookingRepository.change(sql, command.tenant(), it, set, value))
        : expired(sql, command, it);
  }

  CoreResult<Booking> confirm(Sql sql, Command command, Booking it) {
    return sell(sql, command, it, Booking.CONFIRMED)
        .map(
            sold -> {
              charge(sql, command, sold, Entry.CHARGE, sold.totalMinor());
              return sold;
            });
  }

  CoreResult<Booking> submit(Sql sql, Command command, Booking it) {
    return sell(sql, command, it, Booking.PENDING);
  }

  private CoreResult<Booking> sell(Sql sql, Command command, Booking it, String state) {
    return seats.sell(sql, part(command, "sell"), it.hold()) instanceof Done<Hold>
        ? new Done<>(move(sql, command, it, state))
        : expired(sql, command, it);
  }

  /** The seats are gone, and so is the booking: whoever asks next sees it. */
  private static CoreResult<Booking> expired(Sql sql, Command command, Booking it) {
    move(sql, command, it, Booking.EXPIRED);
    return new Rejected<>(Why.HOLD_GONE, Booking.EXPIRED);
  }

  CoreResult<Booking> end(Sql sql, Command command, Booking it, String state) {
    done(seats.release(sql, part(command, "release"), it.hold()));
    if (it.state().equals(Booking.CONFIRMED)) {
      charge(sql, command, it, Entry.ADJUST, Math.negateExact(it.totalMinor()));
    }
    return new Done<>(move(sql, command, it, state));
  }

  CoreResult<Booking> amend(Sql sql, Command command, Booking it, Change change) {
    var sold = it.state().equals(Booking.CONFIRMED);
    if (!sold && !it.state().equals(Booking.ON_HOLD)) {
      return BundledBookings.notChangeable(it);
    }
    if (!it.stateAt(command.now()).equals(it.state())) {
      return expired(sql, command, it);
    }
    var named = TravellerRepository.count(sql, command.tenant(), it.id());
    if (named > change.party()) {
      return new Rejected<>(Why.INVALID, "%d named of %d".formatted(named, change.party()));
    }
    var seated =
        it.departure().equals(change.departure())
            ? seats.resize(sql, part(command, "seats"), it.hold(), change.party())
            : swap(sql, command, it, change, sold);
    return seated.map(hold -> amended(sql, command, it, change, hold));
  }

  /** The new seats first: who does not get them keeps the old ones. */
  private CoreResult<Hold> swap(Sql sql, Command command, Booking it, Change change, boolean sold) {
    var until = sold ? command.now().plusSeconds(A_MOMENT_SECONDS) : it.heldUntil();
    return seats
        .hold(
            sql,
            part(command, "seats"),
            change.departure(),
            change.party(),
            Hold.FOR_BOOKING,
            until)
        .map(
            hold -> {
              done(seats.release(sql, part(command, "release"), it.hold()));
              return sold ? done(seats.sell(sql, part(command, "sell"), hold.id())) : hold;
            });
  }

  private Booking amended(Sql sql, Command command, Booking it, Change change, Hold hold) {
    if (it.state().equals(Booking.CONFIRMED)) {
      var difference = Math.subtractExact(change.totalMinor(), it.totalMinor());
      charge(sql, command, it, Entry.ADJUST, difference);
    }
    return BookingRepository.change(
        sql,
        command.tenant(),
        it,
        "departure = ?, party = ?, hold_id = ?, total_minor = ?, deposit_minor = ?",
        change.departure(),
        change.party(),
        hold.id(),
        change.totalMinor(),
        change.depositMinor());
  }

  private void charge(Sql sql, Command command, Booking it, String kind, long amount) {
    if (amount != 0) {
      var reference = "%s %s %s".formatted(it.code(), kind, command.id());
      done(
          ledger.post(
              sql,
              part(command, "ledger"),
              new Ledger.Posting(it.id(), kind, amount, it.currency(), reference)));
    }
  }

  /** What cannot be refused here; if it were, nothing of the transaction may stay. */
  private static <T> T done(CoreResult<T> result) {
    return result
        .done()
        .orElseThrow(() -> new IllegalStateException("Half of it is not done: " + result));
  }
}
