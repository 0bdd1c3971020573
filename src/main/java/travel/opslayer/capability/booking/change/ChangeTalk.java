package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.capability.booking.change.ChangeSums.GivenUp;
import travel.opslayer.capability.booking.change.ChangeSums.Moved;
import travel.opslayer.change.Change;
import travel.opslayer.change.Changes;
import travel.opslayer.change.Changes.Proposal;
import travel.opslayer.reply.Money;
import travel.opslayer.reply.Span;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Booking;

/** Talks about a change of a booking: works out both ways, remembers them and says them. */
@Singleton
final class ChangeTalk {

  private static final Duration USUAL = Duration.ofHours(24);

  /** What can be tapped when they cannot move. */
  private static final List<String> WITHOUT_MOVE =
      List.of("show_cancel", "cancel_booking", "keep_booking", "ask_person");

  private final Changes changes;
  private final Approvals approvals;
  private final ChangeSums sums;
  private final BookingTalk talk;
  private final SaleTalk sale;
  private final Notes notes;

  ChangeTalk(
      Changes changes,
      Approvals approvals,
      ChangeSums sums,
      BookingTalk talk,
      SaleTalk sale,
      Notes notes) {
    this.notes = notes;
    this.changes = changes;
    this.approvals = approvals;
    this.sums = sums;
    this.talk = talk;
    this.sale = sale;
  }

  /** The one that the rules have seen. */
  Optional<Change> meant(ActionCall call) {
    return call.fact("change_code").flatMap(it -> changes.byCode(call.sql(), call.tenant(), it));
  }

  /** The same, if it can still be done: others may have done it since the rules have looked. */
  Optional<Change> open(ActionCall call) {
    return meant(call).filter(it -> it.stateAt(call.now()).equals(Change.OPEN));
  }

  /** What was talked about, worked out for this moment. */
  record Now(Booking booking, Change change, GivenUp givenUp, Optional<Moved> moved) {}

  /**
   * Works it out and remembers it: what was shown before in other sums is an older version.
   *
   * @param to code of where they would move; null when there is nothing
   */
  Now propose(
      ActionCall call, Booking booking, int party, @Nullable String to, @Nullable String granted) {
    var givenUp = sums.givenUp(call, booking, party, granted);
    var moved = sums.moved(call, booking, to, granted);
    var proposal =
        new Proposal(
            booking.code(),
            booking.version(),
            booking.person(),
            to,
            party,
            givenUp.refund(),
            givenUp.fee(),
            moved.map(it -> it.total() + it.fee()).orElse(0L),
            call.now().plus(call.length("change_for").orElse(USUAL)));
    var change =
        changes.propose(call.sql(), call.tenant(), call.id("change"), proposal, call.now());
    return new Now(booking, change, givenUp, moved);
  }

  /** As the rules have seen it. */
  Now propose(ActionCall call, Booking booking) {
    var party = call.fact("change_party").map(Integer::valueOf).orElse(booking.party());
    return propose(
        call,
        booking,
        party,
        call.fact("change_to").orElse(null),
        call.fact("change_granted").filter(it -> !it.equals("nothing")).orElse(null));
  }

  ActionResult about(ActionCall call, Now now) {
    var booking = now.booking();
    var change = now.change();
    var given = now.givenUp();
    var result =
        ActionResult.about(change.code())
            .as(change.version())
            .with("change", change.code())
            .with("seats", change.party())
            .with("part", given.total() > 0 ? "yes" : null)
            .with("unpaid", talk.balance(call, booking).keptMinor() == 0 ? "yes" : null)
            .with("daysBefore", call.fact("booking_days_before").map(Long::valueOf).orElse(null))
            .with("termsOn", booking.termsOn())
            .with("back", money(given.refund(), booking))
            .with("fee", money(given.fee(), booking))
            .with("granted", change.granted());
    result = now.moved().map(it -> moved(call, booking, it)).map(result::with).orElse(result);
    result = result.with(talk.about(call, booking));
    return now.moved().filter(Moved::fits).isPresent() ? result : result.offering(WITHOUT_MOVE);
  }

  private static ActionResult moved(ActionCall call, Booking booking, Moved moved) {
    var to = moved.to();
    var days = call.fact("booking_days_before").map(Long::valueOf);
    var freeUntil =
        days.filter(ignored -> moved.fee() == 0)
            .map(it -> it - TermsOverTime.lastDay(call, "move_fee", it))
            .map(it -> call.desk().today().plusDays(it));
    return ActionResult.about(null)
        .with("to", to.code())
        .with("toDays", new Span(to.startsOn(), to.endsOn()))
        .with("toDay", to.startsOn())
        .with("toFree", to.open())
        .with("toFits", moved.fits() ? "yes" : null)
        .with("moveFee", money(moved.fee(), booking))
        .with("moveUntil", freeUntil.orElse(null))
        .with("newTotal", new Money(moved.total() + moved.fee(), booking.currency()))
        .with("moveBack", money(moved.back(), booking))
        .with("samePrice", moved.total() == booking.totalMinor() ? "yes" : null);
  }

  static @Nullable Money money(long minor, Booking booking) {
    return minor <= 0 ? null : new Money(minor, booking.currency());
  }

  /** What texts about the change may say when nothing is worked out anew. */
  ActionResult plain(ActionCall call, Change change, Booking booking) {
    return ActionResult.about(change.code())
        .as(change.version())
        .with("change", change.code())
        .with("seats", change.party())
        .with("toDay", to(call, change).map(Departure::startsOn).orElse(null))
        .with(talk.about(call, booking));
  }

  private Optional<Departure> to(ActionCall call, Change change) {
    return Optional.ofNullable(change.departure()).flatMap(it -> sale.departure(call, it));
  }

  /** Done and not written down would be done again: then all of the turn is undone. */
  Change done(ActionCall call, Change change) {
    return changes
        .done(call.sql(), call.tenant(), change)
        .orElseThrow(() -> new IllegalStateException("A change was done at the same time."));
  }

  /** Whoever was asked for more than the terms is asked no longer. */
  ActionResult closing(ActionCall call, Change change, ActionResult result) {
    List<Approval> open =
        Moves.declares(call, "approval", Approval.CANCELLED)
            ? approvals.openAbout(call.sql(), call.tenant(), change.code())
            : List.of();
    for (var it : open) {
      approvals.cancel(call.sql(), call.tenant(), it, call.now());
      result = result.with("approval", it.code());
    }
    var approver = call.decision().assigned("approver").flatMap(it -> sale.colleague(call, it));
    return open.isEmpty()
        ? result
        : notes
            .decided(call, change, result)
            .telling("approver", approver.map(it -> it.person().id()).orElse(null));
  }
}
