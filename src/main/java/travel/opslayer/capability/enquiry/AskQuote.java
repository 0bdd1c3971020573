package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.travelcore.Leads;

/** The customer wants a quote. Asked twice, it is one request. */
@Singleton
final class AskQuote implements ActionHandler {

  private final Leads leads;
  private final LeadTalk talk;

  AskQuote(Leads leads, LeadTalk talk) {
    this.leads = leads;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "ask_quote";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var lead = talk.meant(call).map(it -> talk.moved(call, it));
    if (lead.isEmpty()) {
      return ActionResult.NOTHING;
    }
    if (lead.get().quoteAskedAt() != null) {
      return talk.about(call, lead.get());
    }
    var asked = leads.quoteAsked(call.sql(), call.tenant(), lead.get(), call.desk().now());
    return talk.about(call, asked).noting("quote_asked", "The customer asked for a quote.");
  }
}
