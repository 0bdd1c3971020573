package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.Leads.Wish;

/** Somebody wants to travel: a new lead, or more about an open one. */
@Singleton
final class Enquire implements ActionHandler {

  private static final String SALES = "sales";

  private final Leads leads;
  private final LeadTalk talk;
  private final Conversations conversations;
  private final MediaShelf media;

  Enquire(Leads leads, LeadTalk talk, Conversations conversations, MediaShelf media) {
    this.media = media;
    this.leads = leads;
    this.talk = talk;
    this.conversations = conversations;
  }

  @Override
  public String name() {
    return "enquire";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var known = talk.meant(call);
    return known.isPresent() ? refine(call, known.get()) : create(call);
  }

  private ActionResult refine(ActionCall call, Lead lead) {
    var refined =
        leads.refine(call.sql(), call.tenant(), lead, wish(call, Optional.of(lead)), now(call));
    var result =
        talk.about(call, talk.moved(call, refined))
            .noting("asked_again", "The customer wrote more about it.");
    return Objects.equals(lead.party(), refined.party())
        ? result
        : result.noting("party_changed", LeadTalk.party(lead, refined));
  }

  private ActionResult create(ActionCall call) {
    var wish = wish(call, Optional.empty());
    if (wish.product() == null) {
      return ActionResult.about(null).with("name", call.person().firstName());
    }
    var lead = leads.create(call.sql(), call.tenant(), call.asked().turn().id(), wish, now(call));
    media.belong(call.sql(), call.tenant(), call.person().id(), lead.code());
    var owner = owner(call);
    var state = Moves.to(call, Moves.MEANT).orElse(lead.state());
    var assigned =
        owner.isEmpty()
            ? lead
            : leads.assign(call.sql(), call.tenant(), lead, owner.get().person().id(), state);
    var result =
        talk.about(call, assigned)
            .noting("created", "A new lead by WhatsApp: %s.".formatted(summary(wish)));
    return owner
        .map(it -> result.noting("assigned", "Given to %s.".formatted(it.person().code())))
        .orElse(result);
  }

  /** The colleague whom the rules name; else any of sales; else nobody. */
  private Optional<Contact> owner(ActionCall call) {
    return call.decision()
        .assigned("lead_owner")
        .flatMap(it -> conversations.byCode(call.sql(), call.tenant(), it))
        .or(
            () ->
                call
                    .onDutyFirst(SALES, conversations.byRole(call.sql(), call.tenant(), SALES))
                    .stream()
                    .findFirst());
  }

  /** What is not said now stays as it was; the departure follows what is wanted. */
  private Wish wish(ActionCall call, Optional<Lead> lead) {
    var words = call.asked().understanding();
    var departure = talk.departure(call);
    var product =
        words.product() == null ? lead.map(Lead::product).orElse(null) : words.product().code();
    return new Wish(
        call.person().id(),
        product,
        departure.map(Departure::code).orElse(null),
        words.party(),
        LeadTalk.text(call, "trip_wanted_on").map(LocalDate::parse).orElse(null),
        words.relation(),
        List.copyOf(words.notes()),
        call.language(),
        "whatsapp");
  }

  private static String summary(Wish wish) {
    return "%s, %s people"
        .formatted(wish.product(), Objects.requireNonNullElse(wish.party(), "unknown number of"));
  }

  private static java.time.Instant now(ActionCall call) {
    return call.desk().now();
  }
}
