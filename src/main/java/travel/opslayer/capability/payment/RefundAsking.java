package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;

/** Money shall go back: whoever the rules name is asked to agree. */
@Singleton
final class RefundAsking implements ActionHandler {

  /** The role that the terms give the decision to; also the audience that is told. */
  static final String ROLE = "refund_role";

  private static final Duration ANSWER = Duration.ofHours(24);

  private final Refunds refunds;
  private final Approvals approvals;
  private final RefundTalk talk;

  RefundAsking(Refunds refunds, Approvals approvals, RefundTalk talk) {
    this.refunds = refunds;
    this.approvals = approvals;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "ask_refund";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return call.fact("refund_code")
        .flatMap(it -> refunds.byCode(call.sql(), call.tenant(), it))
        .filter(it -> it.state().equals(Repayment.ASKED))
        .map(it -> ask(call, it))
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("approval/over"));
  }

  private ActionResult ask(ActionCall call, Repayment refund) {
    var quorum = call.quorum();
    var until = call.now().plus(call.length("answer_within").orElse(ANSWER));
    var approval =
        approvals.ask(
            call.sql(),
            call.tenant(),
            call.id("approval"),
            new Request(
                    refund.code(),
                    Repayment.REFUND,
                    refund.terms(),
                    refund.reason(),
                    // A colleague who has caused it does not decide it; the service itself is
                    // nobody.
                    call.person().isStaff() ? call.person().id() : refund.id(),
                    call.decision().assigned(ROLE).orElse("manager"),
                    quorum,
                    until)
                .worth(refund.amount().minor(), refund.amount().currency()),
            call.now());
    return talk.about(call, refund)
        .with("approval", approval.code())
        .with("quorum", quorum)
        .with("reason", refund.reason().toLowerCase(Locale.ROOT))
        .due("approval_until", until)
        .showing("approval_deputies", approval.code())
        .showing("approval_ends", approval.code())
        .showing(ROLE, approval.code());
  }
}
