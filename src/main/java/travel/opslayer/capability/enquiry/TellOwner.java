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
  ActionHandler askPerson(LeadTalk talk) {
    return new Noted("ask_person", "The customer wants to talk to somebody.", talk);
  }

  @Singleton
  ActionHandler joinWaitlist(LeadTalk talk) {
    return new Noted("join_waitlist", "The customer wants to be on the waiting list.", talk);
  }

  @Singleton
  ActionHandler think(LeadTalk talk) {
    return new Noted("think", "The customer will think about it.", talk);
  }

  /** Timers come here: the owner is reminded, then others. */
  @Singleton
  ActionHandler remindOwner(LeadTalk talk) {
    return new Noted("remind_owner", "First reply due; the owner was reminded.", talk);
  }

  @Singleton
  ActionHandler remindNext(LeadTalk talk) {
    return new Noted("remind_next", "First reply overdue; the next colleague was told.", talk);
  }

  private record Noted(String name, String line, LeadTalk talk) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var lead = talk.meant(call);
      if (lead.isEmpty()) {
        return ActionResult.NOTHING;
      }
      return Waiting.since(talk.about(call, lead.get()), lead.get(), call.desk())
          .noting(name, line);
    }
  }
}
