package travel.opslayer.capability.watch;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.trip.ContactWatch;
import travel.opslayer.trip.ContactWatchRepository;

/** A crew is silent: from the clock to the runner, and back when they are heard. */
@Factory
final class WatchSteps {

  private static final String KIND = "watch";

  /** Where the tables say nothing that can be read. */
  private static final Duration USUAL = Duration.ofHours(8);

  /** The clock is set: how long a crew may be silent is in the tables. */
  @Singleton
  ActionHandler watchContact(ContactWatchRepository watches) {
    return ActionHandler.of(
        "watch_contact",
        call -> {
          var trip = call.asked().subject();
          var within =
              call.decision()
                  .assigned("contact_within")
                  .filter(it -> it.matches("\\d{1,5}"))
                  .map(it -> Duration.ofMinutes(Long.parseLong(it)))
                  .orElse(USUAL);
          var result = ActionResult.about(trip);
          return Optional.ofNullable(trip)
              .flatMap(it -> watches.heardAt(call.sql(), call.tenant(), it))
              .map(it -> result.due("contact_due", it.plus(within)))
              .orElse(result);
        });
  }

  @Singleton
  ActionHandler missContact(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of("miss_contact", call -> opened(call, watches, talk));
  }

  @Singleton
  ActionHandler remindContact(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of("remind_contact", call -> on(call, watches, talk::about));
  }

  /** Somebody of the crew wrote: nobody is looked for any more. */
  @Singleton
  ActionHandler hearContact(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of(
        "hear_contact", call -> proposed(moved(call, watches, talk, false, "They wrote again.")));
  }

  @Singleton
  ActionHandler callLodge(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of("call_lodge", call -> on(call, watches, talk::about));
  }

  @Singleton
  ActionHandler sendRunner(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of(
        "send_runner", call -> moved(call, watches, talk, true, "A runner is sent to look."));
  }

  @Singleton
  ActionHandler waitContact(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of("wait_contact", call -> on(call, watches, talk::about));
  }

  /** Never by itself: whoever sent the runner says so. */
  @Singleton
  ActionHandler callRunnerBack(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of(
        "call_runner_back",
        call -> moved(call, watches, talk, false, "The runner is called back."));
  }

  @Singleton
  ActionHandler letRunnerGo(ContactWatchRepository watches, WatchTalk talk) {
    return ActionHandler.of(
        "let_runner_go", call -> moved(call, watches, talk, false, "The runner goes on."));
  }

  private static ActionResult opened(
      ActionCall call, ContactWatchRepository watches, WatchTalk talk) {
    var about = ActionResult.about(call.asked().subject());
    var trip = call.asked().subject();
    var to = Moves.to(call, KIND);
    var heard =
        Optional.ofNullable(trip).flatMap(it -> watches.heardAt(call.sql(), call.tenant(), it));
    if (trip == null || to.isEmpty() || heard.isEmpty()) {
      return about.refusing("refused/not_in_state");
    }
    return watches
        .open(call.sql(), call.tenant(), call.id(KIND), trip, to.get(), heard.get(), call.now())
        .map(it -> talk.about(call, it).noting("silent", "Nobody has heard from the crew."))
        .orElseGet(() -> about.refusing("refused/not_in_state"));
  }

  /** Whoever sent a runner is asked whether he is still needed. */
  private static ActionResult proposed(ActionResult result) {
    var watch = result.subject();
    return watch == null || !result.values().containsKey("runner")
        ? result
        : result
            .choosingFor("operations", "call_runner_back", watch, "Call runner back", "")
            .choosingFor("operations", "let_runner_go", watch, "Let him go", "");
  }

  private static ActionResult moved(
      ActionCall call,
      ContactWatchRepository watches,
      WatchTalk talk,
      boolean runner,
      String line) {
    return on(
        call,
        watches,
        (ignored, it) ->
            Moves.to(call, KIND)
                .flatMap(
                    to ->
                        watches.move(
                            call.sql(),
                            call.tenant(),
                            it,
                            to,
                            runner ? call.person().id() : null,
                            call.now()))
                .map(now -> talk.about(call, now).noting(KIND, line))
                .orElseGet(() -> Moves.stays(talk.about(call, it), it.state())));
  }

  /** The one that the rules have seen. */
  private static ActionResult on(
      ActionCall call,
      ContactWatchRepository watches,
      BiFunction<ActionCall, ContactWatch, ActionResult> work) {
    return call.fact("watch_code")
        .flatMap(it -> watches.byCode(call.sql(), call.tenant(), it))
        .map(it -> work.apply(call, it))
        .orElseGet(
            () -> ActionResult.about(call.asked().subject()).refusing("refused/not_in_state"));
  }
}
