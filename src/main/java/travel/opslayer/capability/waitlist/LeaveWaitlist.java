package travel.opslayer.capability.waitlist;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/** The customer waits no longer; seats that were kept for them are free for the next. */
@Singleton
final class LeaveWaitlist implements ActionHandler {

  private final Waitlist waitlist;
  private final WaitlistTalk talk;

  LeaveWaitlist(Waitlist waitlist, WaitlistTalk talk) {
    this.waitlist = waitlist;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "leave_waitlist";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var code = WaitlistTalk.text(call, "waitlist_code").orElse("");
    var entry = waitlist.byCodes(call.sql(), call.tenant(), List.of(code));
    var leaves = Moves.declares(call, Moves.MEANT, WaitlistEntry.WITHDRAWN);
    if (entry.isEmpty() || !leaves) {
      return ActionResult.about(call.asked().subject());
    }
    return waitlist
        .withdraw(call.sql(), WaitlistTalk.command(call, "leave"), entry.getFirst().id())
        .done()
        .map(it -> talk.about(call, it).noting("left_waitlist", "The customer waits no longer."))
        .orElseGet(() -> ActionResult.about(call.asked().subject()));
  }
}
