package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;

/** Since when a customer waits, for what, and who is told next. */
@Singleton
final class Waiting {

  private static final String STAND_IN = "operations";

  private final Leads leads;
  private final Conversations conversations;

  Waiting(Leads leads, Conversations conversations) {
    this.leads = leads;
    this.conversations = conversations;
  }

  ActionResult since(ActionResult result, Lead lead, ActionCall call) {
    var desk = call.desk();
    var zone = desk.tenant().zone();
    var asked = lead.quoteAskedAt() == null ? lead.createdAt() : lead.quoteAskedAt();
    var day = Days.word(asked, desk.now(), zone);
    return result
        .with("since", new Moment(asked, zone))
        .with("sinceDay", day.equals("today") ? null : day)
        .with("nextPerson", standIns(call))
        .with("also", others(lead, call));
  }

  private String standIns(ActionCall call) {
    var names =
        conversations.byRole(call.sql(), call.tenant(), STAND_IN).stream()
            .map(it -> it.person().firstName())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? STAND_IN : names;
  }

  /** The other leads of the same customer that wait too, such as LD-302 ABC x1. */
  private @Nullable String others(Lead lead, ActionCall call) {
    var others =
        leads.openOf(call.sql(), call.tenant(), List.of(lead.person())).stream()
            .filter(it -> it.answeredAt() == null && !it.id().equals(lead.id()))
            .map(
                it ->
                    it.code() + " " + it.product() + (it.party() == null ? "" : " x" + it.party()))
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? null : others;
  }
}
