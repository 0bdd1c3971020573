package travel.opslayer.capability.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** The open enquiries, those that wait for a first answer first, and each of them by itself. */
@Factory
final class Pipeline {

  private static final String SHOW_LEAD = "show_lead";
  private static final int MOST = 10;

  private final Leads leads;
  private final Quotes quotes;
  private final Bookings bookings;
  private final SaleTalk talk;
  private final Lines lines;

  Pipeline(Leads leads, Quotes quotes, Bookings bookings, SaleTalk talk, Lines lines) {
    this.leads = leads;
    this.quotes = quotes;
    this.bookings = bookings;
    this.talk = talk;
    this.lines = lines;
  }

  @Singleton
  ActionHandler showPipeline() {
    return ActionHandler.of("show_pipeline", this::all);
  }

  @Singleton
  ActionHandler showLead() {
    return ActionHandler.of(SHOW_LEAD, this::one);
  }

  private ActionResult all(ActionCall call) {
    var me = call.person().id();
    var own = call.decision().assigned(OverviewTerms.PIPELINE_OF).filter("own"::equals).isPresent();
    var open =
        leads.open(call.sql(), call.tenant()).stream()
            .filter(it -> !own || it.owner() == null || it.owner().equals(me))
            .toList();
    var shown = open.stream().limit(MOST).toList();
    var offers = offers(call, open);
    var held = held(call, shown);
    var told = shown.stream().map(it -> line(call, it, offers, held)).toList();
    var result =
        ActionResult.about(null)
            .with("leads", open.size())
            .with("waiting", Lines.some(open.stream().filter(it -> !isAnswered(it)).count()))
            .with("offered", offered(call, offers))
            .with("list", Lines.joined(told))
            .with("more", Lines.some(open.size() - (long) told.size()));
    for (var it : shown) {
      result = result.choosing(SHOW_LEAD, it.code(), it.code(), wish(it));
    }
    return result;
  }

  private static boolean isAnswered(Lead it) {
    return it.answeredAt() != null;
  }

  private Map<UUID, List<Quote>> offers(ActionCall call, List<Lead> open) {
    var ids = open.stream().map(Lead::id).collect(toSet());
    var people = open.stream().map(Lead::person).distinct().toList();
    return quotes.openOf(call.sql(), call.tenant(), people).stream()
        .filter(it -> ids.contains(it.lead()))
        .collect(groupingBy(Quote::lead));
  }

  private Map<UUID, Booking> held(ActionCall call, List<Lead> shown) {
    var people = shown.stream().map(Lead::person).distinct().toList();
    return bookings.openOf(call.sql(), call.tenant(), people).stream()
        .filter(it -> it.lead() != null && it.stateAt(call.now()).equals(Booking.ON_HOLD))
        .collect(toMap(Booking::lead, it -> it, (first, second) -> second));
  }

  private String line(
      ActionCall call, Lead it, Map<UUID, List<Quote>> offers, Map<UUID, Booking> held) {
    var owner = talk.contact(call, it.owner());
    var mine = call.person().id().equals(it.owner());
    var values =
        ActionResult.about(it.code())
            .with("lead", it.code())
            .with("name", talk.contact(call, it.person()).map(Lines::name).orElse(null))
            .with("what", what(it))
            .with("party", it.party())
            .with("state", it.state())
            .with("next", next(call, it, offers.getOrDefault(it.id(), List.of()), held))
            .with("answered", isAnswered(it) ? "yes" : null)
            .with("since", Lines.ago(call, it.lastAskedAt()))
            .with("nobody", it.owner() == null ? "yes" : null)
            .with("owner", mine ? null : owner.map(Lines::name).orElse(null));
    return lines.write(call, "overview/pipeline_line", values);
  }

  /** What is to come next, where it is not our answer. */
  private @Nullable String next(
      ActionCall call, Lead it, List<Quote> offers, Map<UUID, Booking> held) {
    var booking = held.get(it.id());
    if (booking != null) {
      return lines.booking(call, booking);
    }
    return isAnswered(it) && !offers.isEmpty() ? lines.offer(call, offers.getLast()) : null;
  }

  private static @Nullable Object offered(ActionCall call, Map<UUID, List<Quote>> offers) {
    var sums =
        offers.values().stream()
            .flatMap(List::stream)
            .filter(it -> it.stateAt(call.now()).equals(Quote.SENT))
            .collect(groupingBy(Quote::currency, TreeMap::new, summingLong(Quote::totalMinor)));
    if (sums.size() == 1) {
      return new Money(sums.firstEntry().getValue(), sums.firstKey());
    }
    return sums.isEmpty()
        ? null
        : sums.entrySet().stream()
            .map(it -> SaleTalk.words(it.getValue(), it.getKey()))
            .collect(Collectors.joining(", "));
  }

  private static @Nullable String what(Lead lead) {
    return lead.departure() == null ? lead.product() : lead.departure();
  }

  /** Below a row to tap. */
  private static String wish(Lead lead) {
    var party = lead.party() == null ? "" : " x" + lead.party();
    return what(lead) == null ? lead.state() : what(lead) + party + ", " + lead.state();
  }

  private ActionResult one(ActionCall call) {
    return call.fact("overview_lead")
        .flatMap(it -> leads.byCode(call.sql(), call.tenant(), it))
        .map(it -> told(call, it))
        .orElseGet(
            () -> ActionResult.about(call.asked().subject()).refusing("refused/nobody_permits"));
  }

  private ActionResult told(ActionCall call, Lead lead) {
    var customer = talk.contact(call, lead.person()).map(Contact::person);
    return ActionResult.about(lead.code())
        .with("lead", lead.code())
        .with("state", lead.state())
        .with("name", customer.map(it -> it.name()).orElse(null))
        .with("language", lead.language())
        .with("productCode", what(lead))
        .with("party", lead.party())
        .with("wanted", lead.wantedOn())
        .with("traveller", lead.traveller())
        .with("notes", lead.notes().isEmpty() ? null : String.join(", ", lead.notes()))
        .with("owner", talk.contact(call, lead.owner()).map(Lines::name).orElse(null))
        .with("came", new Moment(lead.createdAt(), call.desk().tenant().zone()))
        .with("heard", Lines.ago(call, lead.lastAskedAt()))
        .with("answered", isAnswered(lead) ? "yes" : null)
        .with("list", Lines.joined(objects(call, lead)));
  }

  /** Its quotes and bookings. */
  private List<String> objects(ActionCall call, Lead lead) {
    var people = List.of(lead.person());
    var offers =
        quotes.openOf(call.sql(), call.tenant(), people).stream()
            .filter(it -> it.lead().equals(lead.id()))
            .map(it -> lines.offer(call, it));
    var booked =
        bookings.openOf(call.sql(), call.tenant(), people).stream()
            .filter(it -> lead.id().equals(it.lead()))
            .map(it -> lines.booking(call, it));
    return Stream.concat(offers, booked).toList();
  }
}
