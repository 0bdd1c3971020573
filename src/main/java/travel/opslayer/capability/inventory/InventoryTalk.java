package travel.opslayer.capability.inventory;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.capability.inventory.Meant.Target;
import travel.opslayer.conversation.Contact;
import travel.opslayer.facts.Asked;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Span;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/** What texts about seats and departures may say, and the questions that they ask. */
@Singleton
final class InventoryTalk {

  /** Where the tables say nothing. */
  private static final Duration USUAL = Duration.ofMinutes(10);

  private final RequestRepository requests;
  private final Meant meant;
  private final Waitlist waitlist;
  private final SaleTalk sale;

  InventoryTalk(RequestRepository requests, Meant meant, Waitlist waitlist, SaleTalk sale) {
    this.requests = requests;
    this.meant = meant;
    this.waitlist = waitlist;
    this.sale = sale;
  }

  /** The one that the rules have seen. */
  Optional<Request> request(ActionCall call) {
    return call.fact("request_code").flatMap(it -> requests.byCode(call.sql(), call.tenant(), it));
  }

  Target target(ActionCall call, String action) {
    var request = request(call);
    var sql = call.sql();
    if (request.isPresent()) {
      var choice = call.asked().turn().tap().map(it -> InventoryFacts.choice(it.id())).orElse(null);
      return meant.answered(sql, call.tenant(), call.asked(), request.get(), choice);
    }
    return meant.commanded(sql, call.tenant(), call.asked(), action, call.desk());
  }

  /** A new one, as far as it is known what is meant. */
  Request draft(ActionCall call, String action, Target target) {
    var part = call.asked().part();
    var departure = target.departure();
    var customer = target.customers().size() == 1 ? target.customers().getFirst() : null;
    return new Request(
        call.id("request"),
        "",
        part.whole(),
        part.place(),
        call.person().id(),
        action,
        departure == null ? null : departure.code(),
        null,
        customer == null ? null : customer.person().id(),
        target.party(),
        List.of(),
        Request.OPEN,
        call.now().plus(call.length("answer_within").orElse(USUAL)),
        null,
        List.of(),
        List.of(),
        null,
        null,
        1);
  }

  /**
   * Asked now: the same question that is open already, or another one.
   *
   * @param shown the departure whose effects are shown
   */
  Request ask(
      ActionCall call,
      Request draft,
      @Nullable Departure shown,
      List<String> choices,
      String state) {
    var version = shown == null ? null : shown.version();
    var now = draft.showing(version, choices, state, draft.until());
    var people = List.of(call.person().id());
    var before =
        request(call)
            .or(
                () ->
                    requests.lately(call.sql(), call.tenant(), people, call.now()).stream()
                        .filter(it -> it.isOpenAt(call.now()) && it.asksTheSame(draft))
                        .findFirst());
    return before.isPresent()
        ? requests.save(call.sql(), call.tenant(), before.get().asking(now), before.get().state())
        : requests.add(call.sql(), call.tenant(), now, call.now());
  }

  /** Done now: what was asked, or what needed no question. */
  Request done(ActionCall call, String action, Target target, List<String> bookings) {
    var draft = draft(call, action, target);
    var before = request(call).orElseGet(() -> add(call, draft));
    var departure = target.departure();
    var undo = call.now().plus(call.length("undo_for").orElse(USUAL));
    var was = departure == null ? null : departure.state();
    return requests.save(
        call.sql(),
        call.tenant(),
        before.done(draft, bookings, was, call.now(), undo),
        before.state());
  }

  private Request add(ActionCall call, Request draft) {
    return requests.add(call.sql(), call.tenant(), draft, call.now());
  }

  Request save(ActionCall call, Request request, String from) {
    return requests.save(call.sql(), call.tenant(), request, from);
  }

  /** About a request; answers and choices name it in the version that they show. */
  ActionResult about(ActionCall call, @Nullable String subject, Request request) {
    var named = request.code() + Asked.VERSION + request.version();
    var later = !request.whole().equals(call.asked().part().whole());
    var several = later && requests.ofWhole(call.sql(), call.tenant(), request.whole()).size() > 1;
    var zone = call.desk().tenant().zone();
    var result =
        ActionResult.about(subject)
            .showing("answer", named)
            .showing("asker", named)
            .telling("asker", request.person())
            .with("request", request.code())
            .with("place", several ? request.place() + 1 : null)
            .with("action", request.action())
            .with("party", request.party())
            .with("name", name(call, request.customer()).orElse(null));
    return request.state().equals(Request.DONE)
        ? result.with("undoUntil", new Moment(request.until(), zone))
        : result;
  }

  /** With a departure as it is now, who waits for it, and the offer that runs. */
  ActionResult with(ActionCall call, ActionResult result, Departure departure) {
    var lines = waitlist.onDeparture(call.sql(), call.tenant(), departure.code());
    var waiting = lines.stream().filter(it -> it.state().equals(WaitlistEntry.WAITING)).count();
    var offers = offers(lines);
    var told =
        result
            .with("departure", departure.code())
            .with("days", new Span(departure.startsOn(), departure.endsOn()))
            .with("day", departure.startsOn())
            .with("state", departure.state())
            .with("free", departure.open())
            .with("full", departure.free() < 1 ? "yes" : null)
            .with("waiting", waiting == 0 ? null : waiting)
            .with("offers", offers.isEmpty() ? null : offers.size())
            .with("drop", offers.isEmpty() ? null : "drop");
    return offers.isEmpty() ? told : offer(call, told, offers.getFirst());
  }

  private ActionResult offer(ActionCall call, ActionResult result, WaitlistEntry offer) {
    var told =
        result
            .with("offer", offer.code())
            .with("offerName", name(call, offer.person()).orElse(null));
    var until = offer.offerUntil();
    return until == null
        ? told
        : told.with("offerUntil", new Moment(until, call.desk().tenant().zone()));
  }

  static List<WaitlistEntry> offers(List<WaitlistEntry> lines) {
    return lines.stream().filter(it -> it.state().equals(WaitlistEntry.OFFERED)).toList();
  }

  Optional<String> name(ActionCall call, @Nullable UUID person) {
    return sale.contact(call, person).map(Contact::person).map(it -> it.firstName());
  }

  /** What waited for its turn in the same message is asked now, by itself. */
  ActionResult next(ActionCall call, Request answered, ActionResult result) {
    return requests.ofWhole(call.sql(), call.tenant(), answered.whole()).stream()
        .filter(it -> it.stateAt(call.now()).equals(Request.QUEUED))
        .findFirst()
        .map(it -> result.then("ask_next", it.code()))
        .orElse(result);
  }

  /** The same, and seats of the same message that are still to be answered are shown once more. */
  ActionResult nextAndAgain(ActionCall call, Request answered, ActionResult result) {
    var shown =
        requests.ofWhole(call.sql(), call.tenant(), answered.whole()).stream()
            .filter(it -> it.isOpenAt(call.now()) && it.action().equals(Request.HOLD))
            .findFirst()
            .map(it -> again(call, it, result))
            .orElse(result);
    return next(call, answered, shown);
  }

  /** Seats that could be held instead of those that were asked for. */
  private ActionResult again(ActionCall call, Request open, ActionResult result) {
    var departure = Optional.ofNullable(open.departure()).flatMap(it -> sale.departure(call, it));
    if (departure.isEmpty() || departure.get().open() < 1 || open.party() == null) {
      return result;
    }
    var free = Math.min(departure.get().open(), open.party());
    var now = ask(call, open, departure.get(), List.of(String.valueOf(free)));
    var named = now.code() + Asked.VERSION + now.version();
    return result
        .with("openPlace", now.place() + 1)
        .with("openFree", free)
        .with("openDeparture", departure.get().code())
        .with("openName", name(call, now.customer()).orElse(null))
        .choosing(Request.HOLD + ":" + free, named, "Hold " + free, "")
        .choosing("skip_request", named, "Skip", "");
  }

  /** The same question once more, as things are now. */
  Request ask(ActionCall call, Request open, @Nullable Departure shown, List<String> choices) {
    var version = shown == null ? null : shown.version();
    var until = call.now().plus(call.length("answer_within").orElse(USUAL));
    var now = open.asking(open.showing(version, choices, Request.OPEN, until));
    return requests.save(call.sql(), call.tenant(), now, open.state());
  }
}
