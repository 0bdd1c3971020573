package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.Masks;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;

/** A colleague writes to a customer, by quoting a notice about their lead. */
@Singleton
final class AnswerLead implements ActionHandler {

  private final Leads leads;
  private final LeadTalk talk;

  AnswerLead(Leads leads, LeadTalk talk) {
    this.leads = leads;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "answer_lead";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return talk.meant(call).map(it -> answer(call, it)).orElse(ActionResult.NOTHING);
  }

  private ActionResult answer(ActionCall call, Lead lead) {
    var answered = leads.answered(call.sql(), call.tenant(), lead, call.desk().now());
    return Masks.said(call, talk.about(call, talk.moved(call, answered)))
        .with("writer", call.person().firstName())
        .noting("answered", "A colleague wrote to the customer.");
  }
}
