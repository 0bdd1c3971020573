package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.Leads.Wish;

/** Other people travel than was said before: what is known else stays, the price is another. */
@Singleton
final class ChangeParty implements ActionHandler {

  private final Leads leads;
  private final LeadTalk talk;
  private final SaleTalk sale;

  ChangeParty(Leads leads, LeadTalk talk, SaleTalk sale) {
    this.leads = leads;
    this.talk = talk;
    this.sale = sale;
  }

  @Override
  public String name() {
    return "change_party";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var party = call.asked().understanding().party();
    var lead = talk.meant(call);
    return party == null || lead.isEmpty() ? ActionResult.NOTHING : change(call, lead.get(), party);
  }

  private ActionResult change(ActionCall call, Lead lead, int party) {
    var words = call.asked().understanding();
    var wish =
        new Wish(
            lead.person(),
            null,
            null,
            party,
            null,
            null,
            List.copyOf(words.notes()),
            call.language(),
            lead.source());
    var changed = talk.moved(call, leads.refine(call.sql(), call.tenant(), lead, wish, call.now()));
    var result =
        talk.about(call, changed)
            .as(changed.version())
            .noting("party_changed", LeadTalk.party(lead, changed));
    return talk.departure(call).map(it -> sale.priced(call, result, it, party)).orElse(result);
  }
}
