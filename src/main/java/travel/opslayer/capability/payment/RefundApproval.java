package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ApprovableObject;
import travel.opslayer.approval.Approval;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.sale.SaleTalk;

/** Others agree that money goes back. */
@Singleton
final class RefundApproval extends ApprovableObject<Repayment> {

  private final Refunds refunds;
  private final RefundTalk talk;

  RefundApproval(Refunds refunds, RefundTalk talk) {
    super(Repayment.REFUND);
    this.refunds = refunds;
    this.talk = talk;
  }

  @Override
  protected Optional<Repayment> find(ActionCall call, String code) {
    return refunds.byCode(call.sql(), call.tenant(), code);
  }

  @Override
  protected boolean waits(Repayment it) {
    return it.state().equals(Repayment.ASKED);
  }

  @Override
  protected String words(Repayment it) {
    return it.terms();
  }

  @Override
  protected Optional<Repayment> agree(ActionCall call, Repayment it) {
    return refunds.approve(call.sql(), call.tenant(), it, call.now());
  }

  @Override
  protected Optional<Repayment> refuse(ActionCall call, Repayment it) {
    return refunds.reject(call.sql(), call.tenant(), it, call.now());
  }

  @Override
  public ActionResult withdrawn(ActionCall call, Approval approval) {
    return now(
        call,
        approval,
        meant(call, approval)
            .flatMap(it -> refunds.withdraw(call.sql(), call.tenant(), it, call.now())));
  }

  /** Nobody loses their money because nobody answers. */
  @Override
  public ActionResult unanswered(ActionCall call, Approval approval) {
    return asked(call, approval);
  }

  @Override
  protected Glance glance(ActionCall call, Repayment it) {
    return new Glance(
        "refund " + SaleTalk.words(it.amount().minor(), it.amount().currency()),
        "%s: %s".formatted(it.booking(), it.reason()));
  }

  @Override
  protected ActionResult about(ActionCall call, Repayment it) {
    return talk.about(call, it);
  }
}
