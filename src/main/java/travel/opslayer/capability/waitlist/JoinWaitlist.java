package travel.opslayer.capability.waitlist;

import jakarta.inject.Singleton;
import java.util.Objects;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.seats.Waitlist;

/**
 * The customer waits for seats of the departure that their lead is about. Asked twice, they wait
 * once.
 */
@Singleton
final class JoinWaitlist implements ActionHandler {

  private final Waitlist waitlist;
  private final WaitlistTalk talk;

  JoinWaitlist(Waitlist waitlist, WaitlistTalk talk) {
    this.waitlist = waitlist;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "join_waitlist";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var departure = WaitlistTalk.text(call, "departure_code");
    if (departure.isEmpty()) {
      return ActionResult.about(call.asked().subject());
    }
    var party = Objects.requireNonNullElse(talk.lead(call).map(Lead::party).orElse(null), 1);
    return waitlist
        .join(
            call.sql(),
            WaitlistTalk.command(call, "join"),
            departure.get(),
            call.person().id(),
            party,
            false)
        .done()
        .map(
            it ->
                talk.about(call, it)
                    .noting(
                        "joined_waitlist", "The customer waits for %s.".formatted(it.departure())))
        .orElseGet(() -> ActionResult.about(call.asked().subject()));
  }
}
