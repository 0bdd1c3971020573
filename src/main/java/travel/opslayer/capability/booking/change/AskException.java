package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.change.Change;
import travel.opslayer.change.Changes;
import travel.opslayer.facts.Asked;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * The terms are hard, and there is a reason: somebody else is asked whether more can be allowed.
 * What they allow is offered to the customer; it is done when the customer says so.
 */
@Singleton
final class AskException implements ActionHandler, Approvable {

  static final String EXCEPTION = "exception";

  private static final String GRANT_REFUND = "grant_refund";
  private static final Duration USUAL = Duration.ofHours(24);

  private final Approvals approvals;
  private final Changes changes;
  private final Bookings bookings;
  private final ChangeTalk talk;
  private final BookingTalk booked;
  private final SaleTalk sale;
  private final Notes notes;

  AskException(
      Approvals approvals,
      Changes changes,
      Bookings bookings,
      ChangeTalk talk,
      BookingTalk booked,
      SaleTalk sale,
      Notes notes) {
    this.notes = notes;
    this.approvals = approvals;
    this.changes = changes;
    this.bookings = bookings;
    this.talk = talk;
    this.booked = booked;
    this.sale = sale;
  }

  @Override
  public String name() {
    return "ask_exception";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return booked
        .meant(call)
        .map(it -> asked(call, talk.propose(call, it)))
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("refused/no_booking"));
  }

  private ActionResult asked(ActionCall call, ChangeTalk.Now now) {
    var change = now.change();
    var until = call.now().plus(call.length("answer_within").orElse(USUAL));
    var approval =
        approvals.ask(
            call.sql(),
            call.tenant(),
            call.id("exception"),
            new Request(
                change.code(),
                EXCEPTION,
                words(change),
                "a note", // what they wrote about it is for nobody else
                call.person().id(),
                call.decision().assigned("exception_role").orElse("manager"),
                call.quorum(),
                until),
            call.now());
    var zone = call.desk().tenant().zone();
    var approver = call.decision().assigned("approver").flatMap(it -> sale.colleague(call, it));
    return notes
        .file(call, change, approval.role(), until, talk.about(call, now))
        .due("approval_until", until)
        .telling("approver", approver.map(it -> it.person().id()).orElse(null))
        .showing("approver", approval.code())
        .showing("approval_ends", approval.code())
        .showing("approval_deputies", approval.code())
        .with("approval", approval.code())
        .with("answerUntil", new Moment(until, zone))
        .with("answerUntilDay", Days.word(until, call.now(), zone))
        .noting("asked", "Asked for more than the terms: %s.".formatted(approval.code()));
  }

  private static String words(Change change) {
    return "%s of %s for %d seats, to %s"
        .formatted(change.code(), change.booking(), change.party(), change.departure());
  }

  @Override
  public boolean isAbout(Approval approval) {
    return approval.action().equals(EXCEPTION);
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return change(call, approval)
        .filter(it -> !it.state().equals(Change.WITHDRAWN))
        .map(AskException::words)
        .orElse("nothing is asked");
  }

  private Optional<Change> change(ActionCall call, Approval approval) {
    return changes.byCode(call.sql(), call.tenant(), approval.subject());
  }

  private Optional<Booking> booking(ActionCall call, Change change) {
    return bookings
        .byCode(call.sql(), call.tenant(), change.booking())
        .filter(it -> !Booking.ENDED.contains(it.state()));
  }

  /** Another one may be talked about by now: then that is left alone, and nothing is granted. */
  @Override
  public ActionResult approved(ActionCall call, Approval approval) {
    var change = change(call, approval);
    var booking = change.flatMap(it -> booking(call, it));
    if (change.isEmpty()
        || booking.isEmpty()
        || isReplaced(call, change.get())
        || isGivenUp(change.get(), booking.get())) {
      return asked(call, approval).with("nothing", "yes");
    }
    var what =
        call.decision().wish().equals(GRANT_REFUND) ? Change.GRANTED_REFUND : Change.GRANTED_MOVE;
    var until = call.now().plus(call.length("change_for").orElse(USUAL));
    return changes
        .grant(call.sql(), call.tenant(), change.get(), what, booking.get().version(), until)
        .map(it -> granted(call, it, booking.get()))
        .orElseGet(() -> asked(call, approval).with("nothing", "yes"));
  }

  /** Seats that are given up are not given up again; who has moved may still get something. */
  private static boolean isGivenUp(Change change, Booking booking) {
    return change.state().equals(Change.DONE) && !booking.departure().equals(change.departure());
  }

  private boolean isReplaced(ActionCall call, Change change) {
    return changes.openOf(call.sql(), call.tenant(), List.of(change.booking())).stream()
        .anyMatch(it -> !it.id().equals(change.id()));
  }

  private ActionResult granted(ActionCall call, Change change, Booking booking) {
    var party = Math.min(change.party(), booking.party());
    var now = talk.propose(call, booking, party, change.departure(), change.granted());
    return notes
        .decided(call, change, talk.about(call, now))
        .showing("customer", change.code() + Asked.VERSION + now.change().version())
        .noting("granted", "More than the terms was allowed: %s.".formatted(change.granted()));
  }

  @Override
  public Glance glance(ActionCall call, Approval approval) {
    return change(call, approval)
        .map(
            it ->
                new Glance(
                    "more than the terms",
                    "%s x%d, %s".formatted(it.booking(), it.party(), it.departure())))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  @Override
  public ActionResult rejected(ActionCall call, Approval approval) {
    return change(call, approval)
        .map(it -> notes.decided(call, it, asked(call, approval)))
        .orElseGet(() -> asked(call, approval));
  }

  @Override
  public ActionResult asked(ActionCall call, Approval approval) {
    var change = change(call, approval);
    var booking = change.flatMap(it -> bookings.byCode(call.sql(), call.tenant(), it.booking()));
    return change.isEmpty() || booking.isEmpty()
        ? ActionResult.about(approval.subject())
        : talk.plain(call, change.get(), booking.get());
  }
}
