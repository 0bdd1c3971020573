package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.approval.Approval;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;

/** Others agree that money goes back. */
@Singleton
final class RefundApproval implements Approvable {

  static final String REFUND = "refund";

  private final Refunds refunds;
  private final RefundTalk talk;

  RefundApproval(Refunds refunds, RefundTalk talk) {
    this.refunds = refunds;
    this.talk = talk;
  }

  @Override
  public boolean isAbout(Approval approval) {
    return approval.action().equals(REFUND);
  }

  @Override
  public String content(ActionCall call, Approval approval) {
    return refunds
        .byCode(call.sql(), call.tenant(), approval.subject())
        .filter(it -> it.state().equals(Repayment.ASKED))
        .map(RefundApproval::words)
        .orElse("nothing is asked");
  }

  static String words(Repayment refund) {
    return "%s %s %d %s %s"
        .formatted(
            refund.code(),
            refund.payment(),
            refund.amount().minor(),
            refund.amount().currency(),
            refund.reason());
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
