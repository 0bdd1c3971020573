package travel.opslayer.capability.inventory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Verdict;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Situation;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.SaleTalk;

/** Questions to a colleague that are asked once more, left, or asked back. */
@Factory
final class Questions {

  private static final String SKIP = "skip_request";

  /** A yes that could mean several things, or what is not as it was shown: asked again. */
  @Singleton
  ActionHandler askSure(InventoryTalk talk, SaleTalk sale, RequestRepository requests) {
    return new Sure(talk, sale, requests);
  }

  @Singleton
  ActionHandler skipRequest(InventoryTalk talk) {
    return new Skip(talk);
  }

  /** Which rule has permitted it, and who has said it when. */
  @Singleton
  ActionHandler whyRequest(InventoryTalk talk) {
    return new Why(talk);
  }

  private record Sure(InventoryTalk talk, SaleTalk sale, RequestRepository requests)
      implements ActionHandler {

    @Override
    public String name() {
      return "ask_sure";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = talk.request(call).filter(it -> it.isOpenAt(call.now()));
      var people = List.of(call.person().id());
      var open =
          meant
              .map(List::of)
              .orElseGet(
                  () ->
                      requests.lately(call.sql(), call.tenant(), people, call.now()).stream()
                          .filter(it -> it.isOpenAt(call.now()))
                          .toList());
      if (open.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("inventory/over");
      }
      var result =
          meant
              .map(it -> talk.about(call, it.departure(), it))
              .orElseGet(() -> ActionResult.about(null).with("count", open.size()));
      for (var it : open) {
        result = choices(call, it, result);
      }
      return result;
    }

    private ActionResult choices(ActionCall call, Request open, ActionResult result) {
      var departure = Optional.ofNullable(open.departure()).flatMap(it -> sale.departure(call, it));
      var shown = open.seen() == null ? null : departure.orElse(null);
      var choices = open.choices();
      if (shown != null && open.action().equals(Request.HOLD) && open.party() != null) {
        var free = Math.min(shown.open(), open.party());
        choices = free < 1 ? List.<String>of() : List.of(String.valueOf(free));
      }
      var now = talk.ask(call, open, shown, choices);
      var named = now.code() + Asked.VERSION + now.version();
      var told =
          departure.map(it -> talk.with(call, result, it)).orElse(result).showing("answer", named);
      for (var it : choices) {
        told = told.choosing(now.action() + ":" + it, named, title(now, it), "");
      }
      if (shown != null && now.action().equals(Request.CLOSE)) {
        told = told.choosing(Request.CLOSE, named, "Close it", "");
        told =
            told.values().containsKey("drop")
                ? told.choosing(Request.CLOSE + ":drop", named, "Close, drop offer", "")
                : told;
      }
      return told.choosing(SKIP, named, now.action().equals(Request.CLOSE) ? "Cancel" : "Skip", "");
    }

    private static String title(Request now, String choice) {
      return switch (now.action()) {
        case Request.HOLD -> "Hold " + choice;
        case Request.RELEASE -> "Release " + choice;
        default -> choice;
      };
    }
  }

  private record Skip(InventoryTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return SKIP;
    }

    @Override
    public ActionResult run(ActionCall call) {
      var open = talk.request(call).filter(it -> it.isOpenAt(call.now()));
      if (open.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("inventory/over");
      }
      var dropped = talk.save(call, open.get().in(Request.DROPPED), Request.OPEN);
      return talk.nextAndAgain(call, dropped, talk.about(call, dropped.departure(), dropped))
          .with("departure", dropped.departure());
    }
  }

  private record Why(InventoryTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "why_request";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = talk.request(call);
      if (meant.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("inventory/over");
      }
      var request = meant.get();
      var at = request.doneAt();
      return talk.about(call, request.departure(), request)
          .with("departure", request.departure())
          .with("at", at == null ? null : new Moment(at, call.desk().tenant().zone()))
          .with("rule", rule(call, request).orElse(null))
          .with("told", request.told().isEmpty() ? null : request.told().size());
    }

    /** The row that permits it, by asking the rules for what it was then. */
    private static Optional<String> rule(ActionCall call, Request request) {
      var then = new LinkedHashMap<String, Object>(call.decision().situation().values());
      then.put("tap_action", request.action());
      then.put("request_state", "open");
      then.put("request_current", true);
      then.put("request_shown", true);
      then.put("inventory_booking", "on_hold");
      if (request.was() != null) {
        then.put("inventory_state", request.was());
      }
      Decision decision = call.rules().apply(new Situation(then));
      return decision.hits().stream()
          .filter(
              it ->
                  it.verdict() instanceof Verdict.Permit(var action)
                      && action.equals(request.action()))
          .findFirst()
          .map(it -> it.source().replace("!", " row "));
    }
  }
}
