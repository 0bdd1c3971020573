package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.reply.Span;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;

/** The customer wants to see when else a trip departs. */
@Singleton
final class OtherDates implements ActionHandler {

  /** More would not be read on a phone. */
  private static final int MOST = 3;

  private final Catalog catalog;
  private final LeadTalk talk;

  OtherDates(Catalog catalog, LeadTalk talk) {
    this.catalog = catalog;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "other_dates";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var lead = talk.meant(call).map(it -> talk.moved(call, it));
    if (lead.isEmpty() || lead.get().product() == null) {
      return ActionResult.NOTHING;
    }
    var result = talk.about(call, lead.get());
    var others = others(call, lead.get());
    for (var i = 0; i < others.size(); i++) {
      var it = others.get(i);
      result =
          result
              .with("days" + (i + 1), new Span(it.startsOn(), it.endsOn()))
              .with("free" + (i + 1), it.open());
    }
    return result.with("others", others.size());
  }

  private List<Departure> others(ActionCall call, Lead lead) {
    var all =
        new ArrayList<>(
            catalog.departures(
                call.sql(), call.tenant(), String.valueOf(lead.product()), call.desk().today()));
    all.removeIf(it -> it.code().equals(lead.departure()) || !it.sells() || it.open() == 0);
    return all.subList(0, Math.min(MOST, all.size()));
  }
}
