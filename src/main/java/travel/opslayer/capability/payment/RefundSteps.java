package travel.opslayer.capability.payment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;
import travel.opslayer.travelcore.selling.Ledger.Posting;

/** What customers say about money that shall go back, and what becomes of it. */
@Factory
final class RefundSteps {

  /** Both ways are shown; nothing changes. */
  @Singleton
  ActionHandler offerCredit(Refunds refunds, RefundTalk talk) {
    return new Show("offer_credit", refunds, talk);
  }

  /** They wait for it to go back, as before. */
  @Singleton
  ActionHandler wantRefund(Refunds refunds, RefundTalk talk) {
    return new Show("want_refund", refunds, talk);
  }

  @Singleton
  ActionHandler keepCredit(Refunds refunds, Approvals approvals, RefundTalk talk) {
    return new Keep(refunds, approvals, talk);
  }

  @Singleton
  ActionHandler noteRefund(Refunds refunds, RefundTalk talk, Paying paying, Ledger ledger) {
    return new Note(refunds, talk, paying, ledger);
  }

  private static Optional<Repayment> meant(ActionCall call, Refunds refunds) {
    return call.fact("refund_code").flatMap(it -> refunds.byCode(call.sql(), call.tenant(), it));
  }

  private record Show(String name, Refunds refunds, RefundTalk talk) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return meant(call, refunds)
          .map(it -> talk.about(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()));
    }
  }

  /** The refund is withdrawn, so its money stays where the ledger has it: never both. */
  private record Keep(Refunds refunds, Approvals approvals, RefundTalk talk)
      implements ActionHandler {

    @Override
    public String name() {
      return "keep_credit";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var refund = meant(call, refunds);
      var kept =
          refund
              .filter(it -> isDeclared(call))
              .flatMap(it -> refunds.withdraw(call.sql(), call.tenant(), it, call.now()));
      if (kept.isEmpty()) {
        return refund
            .map(it -> talk.about(call, it))
            .orElseGet(() -> ActionResult.about(call.asked().subject()))
            .refusing("payment/refund_started");
      }
      approvals.openAbout(call.sql(), call.tenant(), kept.get().code()).stream()
          .filter(ignored -> Moves.declares(call, "approval", Approval.CANCELLED))
          .forEach(it -> approvals.cancel(call.sql(), call.tenant(), it, call.now()));
      return talk.about(call, kept.get())
          .noting("kept", "The customer keeps it as credit; nothing goes back.");
    }

    private static boolean isDeclared(ActionCall call) {
      return Moves.declares(call, "refund", Repayment.WITHDRAWN);
    }
  }

  private record Note(Refunds refunds, RefundTalk talk, Paying paying, Ledger ledger)
      implements ActionHandler {

    @Override
    public String name() {
      return "note_refund";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var refund = meant(call, refunds);
      if (refund.isEmpty()) {
        return ActionResult.about(call.asked().subject());
      }
      var it = refund.get();
      if (it.state().equals(Repayment.DONE)) {
        paying
            .booking(call.sql(), call.tenant(), it.booking())
            .ifPresent(booking -> post(call, booking, it));
      }
      return talk.about(call, it)
          .with("failed", it.state().equals(Repayment.FAILED) ? "yes" : null)
          .with("amount", new Money(it.amount().minor(), it.amount().currency()))
          .noting("refund", "The provider says: %s.".formatted(it.state()));
    }

    /** Goodwill makes the booking cheaper by as much: else they would be asked to pay it again. */
    private void post(ActionCall call, Booking booking, Repayment refund) {
      var minor = refund.amount().minor();
      post(call, booking, refund, Entry.REFUND, minor, "refund");
      if (refund.reason().equals(Repayment.GOODWILL)) {
        post(call, booking, refund, Entry.ADJUST, -minor, "goodwill");
      }
    }

    private void post(
        ActionCall call, Booking booking, Repayment refund, String kind, long minor, String what) {
      ledger.post(
          call.sql(),
          SaleTalk.command(call, what),
          new Posting(
              booking.id(), kind, minor, refund.amount().currency(), what + ":" + refund.code()));
    }
  }
}
