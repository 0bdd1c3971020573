package travel.opslayer.capability.handover;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Attendant;

/**
 * Whoever has a conversation can be told what the rules answered in it, and others who has it:
 * whatever the action, tables say whether.
 */
@Singleton
final class Holder implements Attendant {

  private final HandoverTalk talk;

  Holder(HandoverTalk talk) {
    this.talk = talk;
  }

  @Override
  public ActionResult attend(ActionCall call, ActionResult result) {
    if (result.people().containsKey(HandoverTalk.HOLDER)) {
      return result;
    }
    return talk.meant(call)
        .filter(Handover::isTaken)
        .map(it -> told(call, result, it))
        .orElse(result);
  }

  private ActionResult told(ActionCall call, ActionResult result, Handover it) {
    var more =
        HandoverTalk.words(call, ActionResult.about(null))
            .with("handover", it.code())
            .with("name", talk.name(call, it.person()))
            .with("holder", talk.name(call, it.colleague()));
    var all =
        result
            .with(more)
            .telling(HandoverTalk.HOLDER, it.colleague())
            .showing(HandoverTalk.HOLDER, it.about());
    var theirs = call.fact("handover_mine").filter("true"::equals).isPresent();
    return theirs && result.subject() == null
        ? all.showing(ActionResult.Option.ANSWER, it.about())
        : all;
  }
}
