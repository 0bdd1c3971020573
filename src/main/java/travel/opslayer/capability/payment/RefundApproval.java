package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.approval.Approval;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.sale.SaleTalk;

/** Others agree that money goes back. */
@Singleton
final class RefundApproval implements Approvable {

  private final Refunds refunds;
  private final RefundTalk talk;

  RefundApproval(Refunds refunds, RefundTalk talk) {
    this.refunds = refunds;
    this.talk = talk;
  }

  @Override
  public boolean isAbout(Approval approval) {
    return approval.action().equals(Repayment.REFUND);
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return refunds
        .byCode(call.sql(), call.tenant(), approval.subject())
        .filter(it -> it.state().equals(Repayment.ASKED))
        .map(Repayment::terms)
        .orElse("nothing is asked");
  }

  @Override
  public ActionResult approved(ActionCall call, Approval approval) {
    return refunds
        .byCode(call.sql(), call.tenant(), approval.subject())
        .flatMap(it -> refunds.approve(call.sql(), call.tenant(), it, call.now()))
        .map(it -> talk.about(call, it))
        .orElseGet(() -> asked(call, approval));
  }

  @Override
  public ActionResult rejected(ActionCall call, Approval approval) {
    return refunds
        .byCode(call.sql(), call.tenant(), approval.subject())
        .flatMap(it -> refunds.reject(call.sql(), call.tenant(), it, call.now()))
        .map(it -> talk.about(call, it))
        .orElseGet(() -> asked(call, approval));
  }

  @Override
  public ActionResult withdrawn(ActionCall call, Approval approval) {
    return refunds
        .byCode(call.sql(), call.tenant(), approval.subject())
        .flatMap(it -> refunds.withdraw(call.sql(), call.tenant(), it, call.now()))
        .map(it -> talk.about(call, it))
        .orElseGet(() -> asked(call, approval));
  }

  @Override
  public Glance glance(ActionCall call, Approval approval) {
    return refunds
        .byCode(call.sql(), call.tenant(), approval.subject())
        .map(
            it ->
                new Glance(
                    "refund " + SaleTalk.words(it.amount().minor(), it.amount().currency()),
                    "%s: %s".formatted(it.booking(), it.reason())))
        .orElseGet(() -> Approvable.super.glance(call, approval));
  }

  /** Nobody loses their money because nobody answers. */
  @Override
  public ActionResult unanswered(ActionCall call, Approval approval) {
    return asked(call, approval);
  }

  @Override
  public ActionResult asked(ActionCall call, Approval approval) {
    return refunds
        .byCode(call.sql(), call.tenant(), approval.subject())
        .map(it -> talk.about(call, it))
        .orElseGet(() -> ActionResult.about(approval.subject()));
  }
}
