package travel.opslayer.capability.payment.goodwill;

import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.approval.Deputy;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.facts.words.Sums;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Refunds.Page;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.travelcore.selling.Booking;

/** A colleague has promised something back: another one, with the role of the terms, is asked. */
@Singleton
final class AskGoodwill implements ActionHandler {

  private static final Duration USUAL = Duration.ofHours(24);

  private final Refunds refunds;
  private final Approvals approvals;
  private final Conversations people;
  private final BookingTalk talk;

  AskGoodwill(Refunds refunds, Approvals approvals, Conversations people, BookingTalk talk) {
    this.refunds = refunds;
    this.approvals = approvals;
    this.people = people;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "ask_goodwill";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var booking = talk.meant(call);
    var sum = booking.flatMap(it -> sum(call, it));
    if (booking.isEmpty() || sum.isEmpty()) {
      return ActionResult.about(call.asked().subject()).refusing("payment/goodwill_what");
    }
    var page = refunds.page(call.sql(), call.tenant(), booking.get().code(), sum.get());
    return page.map(it -> ask(call, booking.get(), it, sum.get()))
        .orElseGet(
            () ->
                talk.about(call, booking.get())
                    .with("wanted", new Money(sum.get(), booking.get().currency()))
                    .refusing("payment/goodwill_too_much"));
  }

  /** The only sum that is typed, in minor units; no sum is guessed. */
  private static Optional<Long> sum(ActionCall call, Booking booking) {
    var digits = Currency.getInstance(booking.currency()).getDefaultFractionDigits();
    var all = call.asked().turn().bubbles().stream().flatMap(it -> Sums.in(it).stream()).toList();
    return all.size() == 1 && all.getFirst().signum() > 0
        ? Optional.of(
            all.getFirst().movePointRight(digits).setScale(0, RoundingMode.DOWN).longValue())
        : Optional.empty();
  }

  private ActionResult ask(ActionCall call, Booking booking, Page page, long minor) {
    var refund =
        refunds.askGoodwill(
            call.sql(),
            call.tenant(),
            call.id("goodwill"),
            page.payment(),
            page.attempt(),
            minor,
            call.now());
    var role = call.decision().assigned("refund_role").orElse("manager");
    var until = call.now().plus(call.length("answer_within").orElse(USUAL));
    var approval = approval(call, refund, role, until);
    var zone = call.desk().tenant().zone();
    var approver = another(call, role);
    return ActionResult.about(approval.code())
        .with(talk.about(call, booking))
        .telling("approver", approver.map(it -> it.person().id()).orElse(null))
        .due("approval_until", until)
        .with("approver", approver.map(it -> it.person().firstName()).orElse(null))
        .with("approval", approval.code())
        .with("asker", call.person().firstName())
        .with("refundAmount", new Money(minor, booking.currency()))
        .with("answerUntil", new Moment(until, zone))
        .with("answerUntilDay", Days.word(until, call.now(), zone))
        .noting("asked", "Goodwill was asked for: %s.".formatted(refund.code()));
  }

  private Approval approval(ActionCall call, Repayment refund, String role, Instant until) {
    var request =
        new Request(
            refund.code(),
            Repayment.REFUND,
            refund.terms(),
            String.join("\n", call.asked().turn().bubbles()),
            call.person().id(),
            role,
            call.quorum(),
            until);
    return approvals.ask(
        call.sql(),
        call.tenant(),
        call.id("approval"),
        request.worth(refund.amount().minor(), refund.amount().currency()),
        call.now());
  }

  /** Somebody of the role who is there; whoever asks does not decide. */
  private Optional<Contact> another(ActionCall call, String role) {
    var active = approvals.deputies().active(call.sql(), call.tenant(), call.now());
    var away = active.stream().map(Deputy::forPerson).filter(Objects::nonNull).toList();
    return call.onDutyFirst(role, people.byRole(call.sql(), call.tenant(), role)).stream()
        .filter(it -> !it.person().id().equals(call.person().id()))
        .filter(it -> !away.contains(it.person().id()))
        .findFirst();
  }
}
