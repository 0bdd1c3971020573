package travel.opslayer.capability.duty;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Approvable;
import travel.opslayer.approval.Approval;

/**
 * A voice decides nothing about money or people: what was heard is shown, and one tap makes it so.
 */
@Factory
final class VoiceSteps {

  private static final int WORDS = 100;

  @Singleton
  ActionHandler hearVote(Requests requests, List<Approvable> things) {
    return new Hear("hear_vote", requests, things, true);
  }

  /** It was heard wrongly: asked once more, with buttons. */
  @Singleton
  ActionHandler unheard(Requests requests, List<Approvable> things) {
    return new Hear("unheard", requests, things, false);
  }

  private record Hear(String name, Requests requests, List<Approvable> things, boolean words)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var code = call.fact("plea_code").or(() -> Optional.ofNullable(call.asked().subject()));
      return code.flatMap(it -> requests.byCode(call, it))
          .map(it -> heard(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("approval/which"));
    }

    private ActionResult heard(ActionCall call, Approval approval) {
      var about =
          things.stream()
              .filter(it -> it.isAbout(approval))
              .findFirst()
              .map(it -> it.asked(call, approval))
              .orElseGet(() -> ActionResult.about(approval.code()));
      var said = DutyTalk.words(call);
      var result =
          ActionResult.about(approval.code())
              .with(about)
              .with("approval", approval.code())
              .with("words", said.isEmpty() || !words ? null : shortened(said));
      var meant = call.decision().assigned("heard").filter(ignored -> words);
      return meant
          .map(
              it ->
                  result
                      .with("meant", it)
                      .choosing(it, approval.code(), "Yes", "")
                      .choosing("unheard", approval.code(), "No", ""))
          .orElseGet(() -> choices(result, approval));
    }

    private static ActionResult choices(ActionResult result, Approval approval) {
      var code = approval.code();
      var tells =
          approval.action().equals(OvertimeApproval.OVERTIME)
              ? result.choosing("approve_tell", code, "Approve + tell", "")
              : result;
      return tells.choosing("approve", code, "Approve", "").choosing("reject", code, "Reject", "");
    }

    private static String shortened(String words) {
      return words.length() > WORDS ? words.substring(0, WORDS) + "…" : words;
    }
  }
}
