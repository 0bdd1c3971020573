package travel.opslayer.capability.enquiry;

import java.time.Duration;
import java.time.LocalDate;
import travel.opslayer.action.ActionResult;
import travel.opslayer.facts.Desk;
import travel.opslayer.reply.Moment;
import travel.opslayer.travelcore.Lead;

/** Since when a customer waits, and when the next colleague is told. */
final class Waiting {

  private static final Duration NEXT = Duration.ofMinutes(15);

  private Waiting() {}

  static ActionResult since(ActionResult result, Lead lead, Desk desk) {
    var zone = desk.tenant().zone();
    var asked = lead.lastAskedAt();
    var day = LocalDate.ofInstant(asked, zone);
    var next = desk.now().plus(desk.parameters().duration("P-FIRSTREPLY-NEXT", NEXT));
    return result
        .with("since", new Moment(asked, zone))
        .with(
            "sinceDay",
            day.equals(desk.today())
                ? null
                : day.plusDays(1).equals(desk.today()) ? "yesterday" : day)
        .with("next", new Moment(next, zone));
  }
}
