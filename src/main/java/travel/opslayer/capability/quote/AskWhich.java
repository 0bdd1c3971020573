package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.facts.Asked;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** They say yes, and there is more than one thing that they can mean: nothing is guessed. */
@Singleton
final class AskWhich implements ActionHandler {

  private final Quotes quotes;
  private final Waitlist waitlist;

  AskWhich(Quotes quotes, Waitlist waitlist) {
    this.quotes = quotes;
    this.waitlist = waitlist;
  }

  @Override
  public String name() {
    return "ask_which";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var person = List.of(call.person().id());
    var result = ActionResult.about(null);
    for (var it : quotes.openOf(call.sql(), call.tenant(), person)) {
      if (it.stateAt(call.now()).equals(Quote.SENT)) {
        result =
            result.choosing(
                "accept_quote",
                it.code() + Asked.VERSION + it.revision(),
                "%s ×%d".formatted(it.departure(), it.party()),
                it.code());
      }
    }
    for (var it : waitlist.openOf(call.sql(), call.tenant(), person)) {
      if (it.state().equals(WaitlistEntry.OFFERED)) {
        result =
            result.choosing(
                "accept_offer",
                it.code(),
                "%s ×%d".formatted(it.departure(), it.party()),
                it.code());
      }
    }
    return result;
  }
}
