package travel.opslayer.capability.waitlist;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/** An offer comes to its end without a booking, or is looked at once more. */
@Factory
final class OfferSteps {

  @Singleton
  ActionHandler declineOffer(Waitlist waitlist, WaitlistTalk talk) {
    return new End(
        "decline_offer",
        WaitlistEntry.DECLINED,
        "The customer does not want the seats.",
        talk,
        (call, it) -> waitlist.decline(call.sql(), WaitlistTalk.command(call, "decline"), it.id()));
  }

  /** Nobody has answered in time; a timer that comes when all is decided changes nothing. */
  @Singleton
  ActionHandler lapseOffer(Waitlist waitlist, WaitlistTalk talk) {
    return new End(
        "lapse_offer",
        WaitlistEntry.LAPSED,
        "The customer has not answered in time.",
        talk,
        (call, it) -> waitlist.lapse(call.sql(), WaitlistTalk.command(call, "lapse"), it.id()));
  }

  /** They want more seats than are kept for them: nothing is booked before they have said. */
  @Singleton
  ActionHandler showOffer(WaitlistTalk talk) {
    return new Show(talk);
  }

  /** They want to be booked at once when it is their turn. */
  @Singleton
  ActionHandler waitAuto(Waitlist waitlist, WaitlistTalk talk) {
    return new Auto(waitlist, talk);
  }

  private record Auto(Waitlist waitlist, WaitlistTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "wait_auto";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .flatMap(
              it ->
                  waitlist
                      .auto(call.sql(), WaitlistTalk.command(call, "auto"), it.id(), true)
                      .done())
          .map(it -> talk.about(call, it).noting("auto", "Wants to be booked without being asked."))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("waitlist/over"));
    }
  }

  private record Show(WaitlistTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "show_offer";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .map(it -> talk.offered(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("waitlist/over"));
    }
  }

  private record End(
      String name,
      String to,
      String line,
      WaitlistTalk talk,
      BiFunction<ActionCall, WaitlistEntry, CoreResult<WaitlistEntry>> command)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call)
          .filter(it -> Moves.declares(call, Moves.MEANT, to))
          .flatMap(it -> command.apply(call, it).done())
          .map(it -> talk.offered(call, it).noting(name, line))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("waitlist/over"));
    }
  }
}
