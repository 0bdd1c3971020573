package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.trip.Checkout;
import travel.opslayer.trip.CheckoutRepository;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Expense;
import travel.opslayer.trip.ExpenseRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Work ends: of one colleague, and of the trip with the last of them. */
@Singleton
final class Ending {

  private static final int EVENING = 18;

  private final CrewRepository crew;
  private final TripRepository trips;
  private final CheckoutRepository checkouts;
  private final ExpenseRepository expenses;
  private final Requests requests;

  Ending(
      CrewRepository crew,
      TripRepository trips,
      CheckoutRepository checkouts,
      ExpenseRepository expenses,
      Requests requests) {
    this.crew = crew;
    this.trips = trips;
    this.checkouts = checkouts;
    this.expenses = expenses;
    this.requests = requests;
  }

  /**
   * They are done, as far as the tables of states say so.
   *
   * @param leftOpen what they did not tell; may be empty
   */
  ActionResult end(
      ActionCall call,
      Shift shift,
      Checkout told,
      @Nullable Integer last,
      String leftOpen,
      ActionResult about) {
    var happened = DutyTalk.happened(call);
    var claimed =
        SaidFigures.before(call.asked().turn(), happened, shift.trip().zone())
            .filter(it -> it.isAfter(shift.duty().startsAt()));
    var at = claimed.orElse(happened);
    var moved =
        Moves.to(call, "crew")
            .flatMap(it -> crew.move(call.sql(), call.tenant(), shift.duty(), it, at));
    if (moved.isEmpty()) {
      return Moves.stays(about, shift.duty().state());
    }
    Moves.to(call, "trip")
        .ifPresent(it -> trips.move(call.sql(), call.tenant(), shift.trip(), it, at));
    var overtime = overtime(call, shift, at);
    var trust = claimed.isPresent() ? Happening.CLAIMED : Happening.SEEN;
    var ended = checkouts.end(call.sql(), call.tenant(), told, at, trust, overtime, leftOpen);
    return asking(about, ended, shift.duty(), shift.trip())
        .with("at", DutyTalk.moment(at, shift.trip()))
        .with("km", CheckOut.spoken(ended.km()))
        .with("driven", driven(ended, last))
        .with("photo", ended.km() == null && ended.kmPhoto() != null ? "yes" : null)
        .with("overtime", overtime == 0 ? null : SaidFigures.spoken(overtime))
        .with("pay", overtime == 0 ? null : DutyTalk.pay(call, overtime))
        .with("beyond", beyond(shift, at))
        .with("left", leftOpen.isEmpty() ? null : leftOpen)
        .with("claimed", claimed.isPresent() ? "yes" : null)
        .with("waiting", waiting(call, shift))
        .with("decider", requests.decider(call).orElse(null))
        .with("night", at.atZone(shift.trip().zone()).getHour() >= EVENING ? "yes" : null)
        .noting("checked_out", "%s has checked out.".formatted(shift.duty().role()));
  }

  /** A time that they only say is believed when a colleague says so. */
  private static ActionResult asking(ActionResult about, Checkout it, Duty duty, Trip trip) {
    return CheckOut.isClaimed(it)
        ? about
            .choosingFor(
                "operations", "confirm_end:" + duty.code(), trip.code(), "That is right", "")
            .choosingFor("operations", "deny_end:" + duty.code(), trip.code(), "No, as planned", "")
        : about;
  }

  private static @Nullable String driven(Checkout it, @Nullable Integer last) {
    return it.km() == null || last == null ? null : CheckOut.spoken(it.km() - last);
  }

  /** Minutes that are paid: those that they worked, or those that were agreed, as tables say. */
  private static int overtime(ActionCall call, Shift shift, Instant at) {
    var granted = shift.granted();
    var worked = worked(shift, at);
    var step =
        call.length("overtime_round").map(Duration::toMinutes).filter(it -> it > 0).orElse(1L);
    return call.decision().assigned("overtime_paid").filter("agreed"::equals).isPresent()
        ? granted
        : (int) (Math.min(worked, granted) / step * step);
  }

  private static int worked(Shift shift, Instant at) {
    return (int) Math.max(0, Duration.between(shift.duty().endsAt(), at).toMinutes());
  }

  private static @Nullable String beyond(Shift shift, Instant at) {
    var more = worked(shift, at) - shift.granted();
    return more <= 0 ? null : SaidFigures.spoken(more);
  }

  /** What of their bills waits for somebody. */
  private @Nullable String waiting(ActionCall call, Shift shift) {
    var kinds =
        expenses.of(call.sql(), call.tenant(), shift.trip().code(), call.person().id()).stream()
            .filter(it -> it.state().equals(Expense.PENDING))
            .map(Expense::kind)
            .distinct()
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? null : kinds;
  }

  /** A colleague says whether a claimed time is so. */
  Optional<Checkout> settle(ActionCall call, Duty duty, boolean right) {
    return checkouts
        .of(call.sql(), call.tenant(), duty.id())
        .filter(CheckOut::isClaimed)
        .map(
            it ->
                checkouts.end(
                    call.sql(),
                    call.tenant(),
                    it,
                    right && it.endedAt() != null ? it.endedAt() : duty.endsAt(),
                    Happening.SEEN,
                    right && it.overtime() != null ? it.overtime() : 0,
                    it.leftOpen()));
  }

  /** Nobody has checked out in time: it is done for them, without what they did not tell. */
  boolean close(ActionCall call, Duty duty, Trip trip, String leftOpen) {
    var to = Moves.ifWere(call, "shift_state", duty.state(), "crew");
    var moved = to.flatMap(it -> crew.move(call.sql(), call.tenant(), duty, it, trip.endsAt()));
    moved.ifPresent(
        it -> {
          var asked = checkouts.ask(call.sql(), call.tenant(), it, call.now());
          checkouts.end(
              call.sql(), call.tenant(), asked, duty.endsAt(), Happening.SEEN, 0, leftOpen);
        });
    return moved.isPresent();
  }

  Optional<Trip> close(ActionCall call, Trip trip) {
    return Moves.to(call, "trip")
        .flatMap(it -> trips.move(call.sql(), call.tenant(), trip, it, call.now()));
  }
}
