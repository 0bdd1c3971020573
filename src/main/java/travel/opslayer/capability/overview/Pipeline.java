package travel.opslayer.capability.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/**
 * The open enquiries: for who sells their own and those of nobody, for the others all of them.
 * Those that wait for a first answer come first.
 */
@Factory
final class Pipeline {

  private static final String SHOW_LEAD = "show_lead";
  private static final int LINES = 10;

  private final Leads leads;
  private final Quotes quotes;
  private final Bookings bookings;
  private final SaleTalk talk;

  Pipeline(Leads leads, Quotes quotes, Bookings bookings, SaleTalk talk) {
    this.leads = leads;
    this.quotes = quotes;
    this.bookings = bookings;
    this.talk = talk;
  }

  @Singleton
  ActionHandler showPipeline() {
    return new Overview("show_pipeline", this::all);
  }

  @Singleton
  ActionHandler showLead() {
    return new Overview(SHOW_LEAD, this::one);
  }

  private ActionResult all(ActionCall call) {
    var me = call.person().id();
    var own = "sales".equals(call.fact("sender_role").orElse(""));
    var open =
        leads.open(call.sql(), call.tenant()).stream()
            .filter(it -> !own || it.owner() == null || it.owner().equals(me))
            .toList();
    var told = told(call, open.stream().limit(LINES).toList());
    var offered = worth(sent(call, open));
    var result =
        ActionResult.about(null)
            .with("leads", open.size())
            .with("waiting", positive(open.stream().filter(it -> it.answeredAt() == null).count()))
            .with("offered", offered.isEmpty() ? null : offered)
            .with("list", told.isEmpty() ? null : String.join("\n", told))
            .with("more", positive(open.size() - (long) told.size()));
    for (var it : open.stream().limit(LINES).toList()) {
      result = result.choosing(SHOW_LEAD, it.code(), it.code(), wish(it) + ", " + it.state());
    }
    return result;
  }

  private List<String> told(ActionCall call, List<Lead> open) {
    var people = open.stream().map(Lead::person).distinct().toList();
    var offers =
        quotes.openOf(call.sql(), call.tenant(), people).stream().collect(groupingBy(Quote::lead));
    var held = held(call, people);
    return open.stream()
        .map(
            it ->
                Lines.joined(
                    List.of(
                        it.code() + customer(call, it),
                        wish(it),
                        next(call, it, offers.getOrDefault(it.id(), List.of()), held.get(it.id())),
                        owner(call, it))))
        .toList();
  }

  private Map<UUID, Booking> held(ActionCall call, List<UUID> people) {
    return bookings.openOf(call.sql(), call.tenant(), people).stream()
        .filter(it -> it.lead() != null && it.stateAt(call.now()).equals(Booking.ON_HOLD))
        .collect(Collectors.toMap(Booking::lead, it -> it, (first, second) -> second));
  }

  /** What is to come next: our answer, theirs, or their money. */
  private static String next(
      ActionCall call, Lead lead, List<Quote> offers, @Nullable Booking held) {
    if (held != null) {
      return "%s on hold until %s".formatted(held.code(), Lines.when(call, held.heldUntil()));
    }
    if (lead.answeredAt() == null) {
      return "no answer from us for " + Lines.ago(call, lead.lastAskedAt());
    }
    return offers.stream()
        .reduce((first, last) -> last)
        .map(it -> offer(call, it))
        .orElse(
            "%s, last heard %s ago".formatted(lead.state(), Lines.ago(call, lead.lastAskedAt())));
  }

  private static String offer(ActionCall call, Quote quote) {
    return switch (quote.stateAt(call.now())) {
      case Quote.SENT ->
          "%s %s until %s"
              .formatted(quote.code(), amount(quote), Lines.when(call, quote.validUntil()));
      case Quote.EXPIRED -> "%s is too old by now".formatted(quote.code());
      case Quote.PENDING_APPROVAL -> "%s waits for approval".formatted(quote.code());
      default -> "%s not sent yet".formatted(quote.code());
    };
  }

  private static String amount(Quote quote) {
    return SaleTalk.words(quote.totalMinor(), quote.currency());
  }

  private List<Quote> sent(ActionCall call, List<Lead> open) {
    var codes = open.stream().map(Lead::id).collect(Collectors.toSet());
    var people = open.stream().map(Lead::person).distinct().toList();
    return quotes.openOf(call.sql(), call.tenant(), people).stream()
        .filter(it -> codes.contains(it.lead()) && it.stateAt(call.now()).equals(Quote.SENT))
        .toList();
  }

  private static String worth(List<Quote> sent) {
    var sums =
        sent.stream()
            .collect(groupingBy(Quote::currency, TreeMap::new, summingLong(Quote::totalMinor)));
    return sums.entrySet().stream()
        .map(it -> SaleTalk.words(it.getValue(), it.getKey()))
        .collect(Collectors.joining(", "));
  }

  private String customer(ActionCall call, Lead lead) {
    return talk.contact(call, lead.person())
        .map(it -> SaleTalk.firstName(it.person().name()))
        .map(it -> " " + it)
        .orElse("");
  }

  private String owner(ActionCall call, Lead lead) {
    if (call.person().id().equals(lead.owner())) {
      return "";
    }
    return talk.contact(call, lead.owner())
        .map(it -> SaleTalk.firstName(it.person().name()))
        .orElse("nobody's");
  }

  private static String wish(Lead lead) {
    var what = lead.departure() == null ? lead.product() : lead.departure();
    return (what == null ? "not clear what" : what)
        + (lead.party() == null ? "" : " x" + lead.party());
  }

  private ActionResult one(ActionCall call) {
    var code = call.fact("overview_lead").orElse("");
    var found = leads.byCode(call.sql(), call.tenant(), code);
    if (found.isEmpty()) {
      return ActionResult.about(call.asked().subject()).refusing("refused/nobody_permits");
    }
    var lead = found.get();
    var customer = talk.contact(call, lead.person());
    var owner = talk.contact(call, lead.owner());
    return ActionResult.about(lead.code())
        .with("lead", lead.code())
        .with("state", lead.state())
        .with("name", customer.map(it -> it.person().name()).orElse(null))
        .with("language", lead.language())
        .with("productCode", lead.departure() == null ? lead.product() : lead.departure())
        .with("party", lead.party())
        .with("wanted", lead.wantedOn())
        .with("traveller", lead.traveller())
        .with("notes", lead.notes().isEmpty() ? null : String.join(", ", lead.notes()))
        .with("owner", owner.map(it -> SaleTalk.firstName(it.person().name())).orElse(null))
        .with("came", Lines.when(call, lead.createdAt()))
        .with("heard", Lines.ago(call, lead.lastAskedAt()))
        .with("answered", lead.answeredAt() == null ? null : "yes")
        .with("list", objects(call, lead));
  }

  /** Its quotes and bookings. */
  private @Nullable String objects(ActionCall call, Lead lead) {
    var lines = new ArrayList<String>();
    quotes.openOf(call.sql(), call.tenant(), List.of(lead.person())).stream()
        .filter(it -> it.lead().equals(lead.id()))
        .forEach(it -> lines.add(offer(call, it)));
    bookings.openOf(call.sql(), call.tenant(), List.of(lead.person())).stream()
        .filter(it -> lead.id().equals(it.lead()))
        .forEach(it -> lines.add("%s %s".formatted(it.code(), state(call, it))));
    return lines.isEmpty() ? null : String.join("\n", lines);
  }

  private static String state(ActionCall call, Booking it) {
    var state = it.stateAt(call.now());
    return state.equals(Booking.ON_HOLD)
        ? "on hold until " + Lines.when(call, it.heldUntil())
        : state;
  }

  private static @Nullable Long positive(long count) {
    return count > 0 ? count : null;
  }
}
