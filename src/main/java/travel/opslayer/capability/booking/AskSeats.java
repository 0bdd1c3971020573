package travel.opslayer.capability.booking;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;

/** Before anything is booked: what shall be held, and what is there to confirm? */
@Factory
final class AskSeats {

  /** The lead is not any more as the choice showed it: nothing is held, they are asked. */
  @Singleton
  ActionHandler askSeats(WantedSeats wanted) {
    return new Asking("ask_seats", List.of("hold_seats"), wanted);
  }

  /** Somebody says yes, and there is nothing that they can say yes to. */
  @Singleton
  ActionHandler askConfirm(WantedSeats wanted) {
    return new Asking("ask_confirm", List.of("ask_quote", "ask_person"), wanted);
  }

  private record Asking(String name, List<String> always, WantedSeats wanted)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var lead = wanted.lead(call);
      if (lead.isEmpty()) {
        return ActionResult.about(null).refusing("refused/nothing_to_confirm");
      }
      var held = wanted.held(call, lead.get());
      if (held.isPresent()) {
        return held.get().refusing("booking/held_already");
      }
      var offered = new ArrayList<>(always);
      if (wanted.possible(call, lead.get())) {
        offered.add("hold_seats");
      }
      return wanted.about(call, lead.get()).offering(offered);
    }
  }
}
