package travel.opslayer.capability.inventory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.inventory.Meant.Target;
import travel.opslayer.facts.Asked;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Departures;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/**
 * A departure is closed or opened again. Who waits keeps their place and is told; an offer that
 * runs is honoured first, unless it is taken back with it.
 */
@Factory
final class CloseDeparture {

  private static final String KIND = "departure";

  @Singleton
  ActionHandler closeDeparture(InventoryTalk talk, Departures departures, Waitlist waitlist) {
    return new Close(talk, departures, waitlist);
  }

  @Singleton
  ActionHandler reopenDeparture(InventoryTalk talk, Departures departures, Waitlist waitlist) {
    return new Reopen(talk, departures, waitlist);
  }

  /** What closing would do to whom; asked before it is done. */
  @Singleton
  ActionHandler askClose(InventoryTalk talk, RequestRepository requests) {
    return new Ask("ask_close", talk, requests);
  }

  /** The same, when the questions before it are answered. */
  @Singleton
  ActionHandler askNext(InventoryTalk talk, RequestRepository requests) {
    return new Ask("ask_next", talk, requests);
  }

  /** Which departure, where a code is none or nearly one. */
  @Singleton
  ActionHandler askDeparture(InventoryTalk talk) {
    return new Which(talk);
  }

  /** The offer that was honoured is settled. */
  @Singleton
  ActionHandler finishClosing(InventoryTalk talk, Departures departures) {
    return new Finish(talk, departures);
  }

  private static @Nullable Departure moved(
      ActionCall call, Departures departures, @Nullable Departure departure) {
    var state = Moves.to(call, KIND);
    return departure == null || state.isEmpty()
        ? null
        : departures
            .move(call.sql(), SaleTalk.command(call, KIND), departure, state.get())
            .done()
            .orElse(null);
  }

  private static List<WaitlistEntry> waiting(List<WaitlistEntry> lines) {
    return lines.stream().filter(it -> it.state().equals(WaitlistEntry.WAITING)).toList();
  }

  private record Close(InventoryTalk talk, Departures departures, Waitlist waitlist)
      implements ActionHandler {

    @Override
    public String name() {
      return Request.CLOSE;
    }

    @Override
    public ActionResult run(ActionCall call) {
      var target = talk.target(call, Request.CLOSE);
      var now = moved(call, departures, target.departure());
      if (now == null) {
        return ActionResult.about(call.asked().subject()).refusing("inventory/closed_already");
      }
      var lines = waitlist.onDeparture(call.sql(), call.tenant(), now.code());
      var offers = InventoryTalk.offers(lines);
      var drops = Moves.declares(call, "offer", WaitlistEntry.LAPSED);
      var taken = target.drop() && drops ? offers : List.<WaitlistEntry>of();
      taken.forEach(it -> take(call, it));
      var told = waiting(lines).stream().map(WaitlistEntry::code).toList();
      return closed(call, target, now, told, offers, taken);
    }

    private void take(ActionCall call, WaitlistEntry offer) {
      var command = SaleTalk.command(call, "take " + offer.code());
      if (waitlist.lapse(call.sql(), command, offer.id()).done().isEmpty()) {
        throw new IllegalStateException("An offer cannot be taken back.");
      }
    }

    private ActionResult closed(
        ActionCall call,
        Target target,
        Departure now,
        List<String> told,
        List<WaitlistEntry> offers,
        List<WaitlistEntry> taken) {
      var codes = taken.stream().map(WaitlistEntry::code).toList();
      var ends = last(offers);
      var done = talk.done(call, Request.CLOSE, target, List.of());
      var request =
          talk.save(call, done.telling(told, codes, taken.isEmpty() ? null : ends), Request.DONE);
      var result =
          talk.with(call, talk.about(call, now.code(), request), now)
              .showing("closing_ends", request.code())
              .with("told", told.isEmpty() ? null : told.size())
              .with("taken", codes.isEmpty() ? null : String.join(", ", codes))
              .noting("closed", "Closed by a colleague; %d parties wait.".formatted(told.size()));
      for (var it : told) {
        result = result.then("departure_closed", it);
      }
      for (var it : codes) {
        result = result.then("offer_taken", it);
      }
      result = talk.next(call, request, result);
      return ends == null || !taken.isEmpty() ? result : result.due("closing_until", ends);
    }

    private static @Nullable Instant last(List<WaitlistEntry> offers) {
      return offers.stream()
          .map(WaitlistEntry::offerUntil)
          .filter(Objects::nonNull)
          .max(Instant::compareTo)
          .orElse(null);
    }
  }

  private record Reopen(InventoryTalk talk, Departures departures, Waitlist waitlist)
      implements ActionHandler {

    @Override
    public String name() {
      return Request.REOPEN;
    }

    @Override
    public ActionResult run(ActionCall call) {
      var target = talk.target(call, Request.REOPEN);
      var now = moved(call, departures, target.departure());
      if (now == null) {
        return ActionResult.about(call.asked().subject()).refusing("inventory/open_already");
      }
      var lines = waitlist.onDeparture(call.sql(), call.tenant(), now.code());
      var told = waiting(lines).stream().map(WaitlistEntry::code).toList();
      var done = talk.done(call, Request.REOPEN, target, List.of());
      var request = talk.save(call, done.telling(told, List.of(), null), Request.DONE);
      var result =
          talk.with(call, talk.about(call, now.code(), request), now)
              .with("told", told.isEmpty() ? null : told.size())
              .noting("reopened", "Opened again by a colleague.");
      for (var it : told) {
        result = result.then("departure_reopened", it);
      }
      return talk.next(call, request, result);
    }
  }

  private record Ask(String name, InventoryTalk talk, RequestRepository requests)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var target = talk.target(call, Request.CLOSE);
      var departure = target.departure();
      if (departure == null) {
        return ActionResult.about(call.asked().subject()).refusing("inventory/which_departure");
      }
      var draft = talk.draft(call, Request.CLOSE, target);
      var before = name.equals("ask_next") ? Optional.<Request>empty() : before(call, draft);
      var state = before.isPresent() ? Request.QUEUED : Request.OPEN;
      var request = talk.ask(call, draft, departure, List.of(), state);
      var result = talk.with(call, talk.about(call, departure.code(), request), departure);
      return before
          .map(it -> result.with("after", it.place() + 1).offering(List.of()))
          .orElse(result);
    }

    /** What is closed and for whom is asked by itself, after all else of the same message. */
    private Optional<Request> before(ActionCall call, Request draft) {
      return requests.ofWhole(call.sql(), call.tenant(), draft.whole()).stream()
          .filter(it -> it.isOpenAt(call.now()) && !it.id().equals(draft.id()))
          .reduce((one, other) -> other);
    }
  }

  private record Which(InventoryTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "ask_departure";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var reopens = call.fact("inventory_command").filter("reopen"::equals).isPresent();
      var action = reopens ? Request.REOPEN : Request.CLOSE;
      var target = talk.target(call, action);
      if (target.near().isEmpty()) {
        return ActionResult.about(null).with("action", action);
      }
      var codes = target.near().stream().map(Departure::code).toList();
      var request = talk.ask(call, talk.draft(call, action, target), null, codes, Request.OPEN);
      var result = talk.about(call, null, request).with("count", codes.size());
      var named = request.code() + Asked.VERSION + request.version();
      for (var it : target.near()) {
        result =
            result.choosing(
                action + ":" + it.code(),
                named,
                it.code(),
                "%s, %s, %d waiting".formatted(it.startsOn(), it.state(), it.waiting()));
      }
      return result;
    }
  }

  private record Finish(InventoryTalk talk, Departures departures) implements ActionHandler {

    @Override
    public String name() {
      return "finish_closing";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var request = talk.request(call);
      var now = moved(call, departures, talk.target(call, Request.CLOSE).departure());
      if (request.isEmpty() || now == null) {
        return ActionResult.about(call.asked().subject()).refusing("refused/not_in_state");
      }
      return talk.with(call, talk.about(call, now.code(), request.get()), now)
          .noting("closed", "The last offer is settled: closed.");
    }
  }
}
