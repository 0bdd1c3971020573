package travel.opslayer.capability.enquiry;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;

/** Wishes about a lead that a colleague fulfils: all we do is note them and tell the owner. */
@Factory
final class TellOwner {

  @Singleton
  ActionHandler askPerson(LeadTalk talk, Waiting waiting) {
    return new Noted("ask_person", "The customer wants to talk to somebody.", talk, waiting);
  }

  @Singleton
  ActionHandler think(LeadTalk talk, Waiting waiting) {
    return new Noted("think", "The customer will think about it.", talk, waiting);
  }

  /** A picture or a voice note: kept, and somebody looks at it. */
  @Singleton
  ActionHandler showMedia(LeadTalk talk, Waiting waiting) {
    return new Noted("show_media", "The customer sent something that is not text.", talk, waiting);
  }

  /** Timers come here: the owner is reminded, then others. */
  @Singleton
  ActionHandler remindOwner(LeadTalk talk, Waiting waiting) {
    return new Noted("remind_owner", "First reply due; the owner was reminded.", talk, waiting);
  }

  @Singleton
  ActionHandler remindNext(LeadTalk talk, Waiting waiting) {
    return new Noted(
        "remind_next", "First reply overdue; the next colleague was told.", talk, waiting);
  }

  private record Noted(String name, String line, LeadTalk talk, Waiting waiting)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var lead = talk.meant(call).map(it -> talk.moved(call, it));
      if (lead.isEmpty()) {
        return ActionResult.about(null).with("name", call.person().firstName());
      }
      var result = waiting.since(talk.about(call, lead.get()), lead.get(), call);
      var told = call.asked().turn().timer().isEmpty() || !call.decision().notices().isEmpty();
      return told ? result.noting(name, line) : result; // a timer that came too late told nobody
    }
  }
}
