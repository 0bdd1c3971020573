package travel.opslayer.capability.broadcast;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.BroadcastRepository;

/** What will be said to whom is shown before anybody reads it. */
@Factory
final class AskSteps {

  @Singleton
  ActionHandler askBroadcast(BroadcastRepository broadcasts, BroadcastTalk talk) {
    return new Ask(broadcasts, talk);
  }

  /** Nobody can tell for whom it is. */
  @Singleton
  ActionHandler askAudience() {
    return new Which();
  }

  @Singleton
  ActionHandler dropBroadcast(BroadcastRepository broadcasts, BroadcastTalk talk) {
    return new Step(
        "drop_broadcast",
        talk,
        (call, it) ->
            Moves.to(call, Step.KIND)
                .flatMap(to -> broadcasts.end(call.sql(), call.tenant(), it, to, call.now()))
                .map(now -> talk.about(call, now).noting("dropped", "It is not sent."))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }

  private record Ask(BroadcastRepository broadcasts, BroadcastTalk talk) implements ActionHandler {

    @Override
    public String name() {
      return "ask_broadcast";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return talk.meant(call).map(it -> again(call, it)).orElseGet(() -> first(call));
    }

    /** It is not any more as it was shown. */
    private ActionResult again(ActionCall call, Broadcast it) {
      return talk.circle(call, it.audience(), it.about())
          .flatMap(now -> shown(call, it, it.words(), now))
          .map(result -> result.with("again", "yes"))
          .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW));
    }

    private ActionResult first(ActionCall call) {
      var letter = Letter.of(call.asked().turn().bubbles());
      var circle = talk.circle(call, letter.audience(), letter.about());
      if (circle.isEmpty()) {
        return ActionResult.about(null).refusing("broadcast/which");
      }
      var before =
          broadcasts.drafts(call.sql(), call.tenant(), call.person().id()).stream()
              .filter(it -> it.audience().equals(letter.audience()))
              .filter(it -> Objects.equals(it.about(), letter.about()))
              .reduce((one, other) -> other);
      var draft = before.orElseGet(() -> draft(call, circle.get(), letter.words()));
      return shown(call, draft, letter.words(), circle.get())
          .orElseGet(() -> ActionResult.about(draft.code()).refusing(Step.NOT_NOW));
    }

    private static Broadcast draft(ActionCall call, Circle circle, String words) {
      return new Broadcast(
          call.id("broadcast"),
          "",
          call.person().id(),
          circle.audience(),
          circle.about(),
          words,
          circle.hash(words),
          circle.reached().size(),
          Broadcast.DRAFT,
          call.now().plus(BroadcastTalk.answerWithin(call)),
          1,
          0,
          0,
          null);
    }

    /** Written again for the same people it is the same draft, in a newer version. */
    private Optional<ActionResult> shown(
        ActionCall call, Broadcast it, String words, Circle circle) {
      var until = call.now().plus(BroadcastTalk.answerWithin(call));
      var now = it.showing(words, circle.hash(words), circle.reached().size(), until);
      var kept =
          it.code().isEmpty()
              ? Optional.of(broadcasts.add(call.sql(), call.tenant(), now))
              : broadcasts.show(call.sql(), call.tenant(), now);
      return kept.map(
          saved ->
              talk.shown(call, saved, circle)
                  .noting(
                      "shown",
                      "Shown to whoever wrote it: %d people.".formatted(circle.reached().size())));
    }
  }

  private record Which() implements ActionHandler {

    @Override
    public String name() {
      return "ask_audience";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return ActionResult.about(null);
    }
  }
}
