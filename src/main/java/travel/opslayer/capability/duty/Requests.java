package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.approval.Approvals.Worth;
import travel.opslayer.reply.Money;

/** Asks whoever decides by the rules, and takes back what is not asked any more. */
@Singleton
final class Requests {

  private static final Duration USUAL = Duration.ofHours(4);

  private final Approvals approvals;
  private final DutyTalk talk;

  Requests(Approvals approvals, DutyTalk talk) {
    this.approvals = approvals;
    this.talk = talk;
  }

  /**
   * What is asked.
   *
   * @param subject code of what it is about
   * @param action a word such as overtime
   * @param content all that matters of it: other content is another request
   * @param detail for those who decide
   */
  record Plea(String subject, String action, String content, String detail, Money worth) {

    /** Never the detail: it is personal, and this text may reach a log. */
    @Override
    public String toString() {
      return action + " of " + subject;
    }
  }

  /** The same result, telling whoever decides, about the request. */
  ActionResult ask(ActionCall call, ActionResult result, Plea plea) {
    var role = call.decision().assigned("decider").orElse("manager");
    var until = call.now().plus(call.length("answer_within").orElse(USUAL));
    var request =
        new Request(
            plea.subject(),
            plea.action(),
            plea.content(),
            plea.detail(),
            call.person().id(),
            role,
            call.quorum(),
            until,
            new Worth(plea.worth().minor(), plea.worth().currency(), null));
    var approval =
        approvals.ask(call.sql(), call.tenant(), call.id("approval"), request, call.now());
    return about(call, result, approval, until);
  }

  private ActionResult about(
      ActionCall call, ActionResult result, Approval approval, Instant until) {
    return result
        .showing("decider", approval.code())
        .showing("approval_ends", approval.code())
        .showing("approval_deputies", approval.code())
        .due("approval_until", until)
        .due("deputies_from", call.now())
        .with("approval", approval.code())
        .with("decider", talk.decider(call, approval.role()).orElse(null));
  }

  /** What it is about has changed: nobody can agree to the old words any more. */
  void takeBack(ActionCall call, String subject) {
    if (Moves.declares(call, "approval", Approval.CANCELLED)) {
      approvals
          .openAbout(call.sql(), call.tenant(), subject)
          .forEach(it -> approvals.cancel(call.sql(), call.tenant(), it, call.now()));
    }
  }

  /** Who decides what waits by the rules of this decision. */
  Optional<String> decider(ActionCall call) {
    return call.decision().assigned("decider").flatMap(it -> talk.decider(call, it));
  }

  Optional<Approval> byCode(ActionCall call, String code) {
    return approvals.byCode(call.sql(), call.tenant(), code);
  }
}
