package travel.opslayer.capability.broadcast;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.BroadcastRepository;
import travel.opslayer.broadcast.Recall;
import travel.opslayer.broadcast.RecipientRepository;

/** It is sent, stopped, taken up again, and over. */
@Factory
final class SendSteps {

  @Singleton
  ActionHandler sendBroadcast(
      BroadcastRepository broadcasts, RecipientRepository recipients, BroadcastTalk talk) {
    return new Step(
        "send_broadcast", talk, (call, it) -> sent(call, it, broadcasts, recipients, talk));
  }

  @Singleton
  ActionHandler stopBroadcast(
      BroadcastRepository broadcasts,
      RecipientRepository recipients,
      Recall recall,
      BroadcastTalk talk) {
    return new Step(
        "stop_broadcast",
        talk,
        (call, it) -> stopped(call, it, broadcasts, recipients, recall, talk));
  }

  /** Whoever has not got it gets it. */
  @Singleton
  ActionHandler resumeBroadcast(BroadcastRepository broadcasts, BroadcastTalk talk) {
    return new Step(
        "resume_broadcast",
        talk,
        (call, it) ->
            started(call, it, broadcasts)
                .map(
                    now ->
                        talk.counted(call, now)
                            .with("count", talk.counts(call, now).waiting())
                            .noting("resumed", "%s goes on with it.".formatted(who(call))))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }

  @Singleton
  ActionHandler finishBroadcast(BroadcastRepository broadcasts, BroadcastTalk talk) {
    return new Step(
        "finish_broadcast",
        talk,
        (call, it) ->
            Moves.to(call, Step.KIND)
                .flatMap(to -> broadcasts.end(call.sql(), call.tenant(), it, to, call.now()))
                .map(now -> talk.counted(call, now).noting("done", "Everybody had their turn."))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }

  private static ActionResult sent(
      ActionCall call,
      Broadcast it,
      BroadcastRepository broadcasts,
      RecipientRepository recipients,
      BroadcastTalk talk) {
    var circle = talk.circle(call, it.audience(), it.about());
    var now = circle.flatMap(ignored -> started(call, it, broadcasts));
    if (now.isEmpty()) {
      return ActionResult.about(it.code()).refusing(Step.NOT_NOW);
    }
    recipients.add(call.sql(), call.tenant(), it.id(), circle.orElseThrow().recipients(it.id()));
    var count = circle.orElseThrow().reached().size();
    return talk.about(call, now.get())
        .with("count", count)
        .with("minutes", BroadcastTalk.some(count / BroadcastTalk.pace(call) / 60))
        .noting("sent", "%s sends it to %d people.".formatted(who(call), count));
  }

  private static Optional<Broadcast> started(
      ActionCall call, Broadcast it, BroadcastRepository broadcasts) {
    return Moves.to(call, Step.KIND)
        .flatMap(
            to ->
                broadcasts.start(
                    call.sql(),
                    call.tenant(),
                    it,
                    to,
                    call.now(),
                    BroadcastTalk.pace(call),
                    BroadcastTalk.waitSeconds(call)));
  }

  /** First nobody's turn comes any more, then what has not left is taken back. */
  private static ActionResult stopped(
      ActionCall call,
      Broadcast it,
      BroadcastRepository broadcasts,
      RecipientRepository recipients,
      Recall recall,
      BroadcastTalk talk) {
    var sql = call.sql();
    var now =
        Moves.to(call, Step.KIND)
            .flatMap(to -> broadcasts.end(sql, call.tenant(), it, to, call.now()));
    if (now.isEmpty()) {
      return ActionResult.about(it.code()).refusing(Step.NOT_NOW);
    }
    var unsent = recipients.unsent(sql, call.tenant(), it.id());
    var back = recall.recall(sql, call.tenant(), unsent, call.now());
    recipients.putBack(sql, call.tenant(), it.id(), back);
    var result = talk.counted(call, now.get()).with("stopper", call.person().firstName());
    return (result.values().containsKey("kept") ? result : result.offering(List.of()))
        .noting("stopped", "%s stops it.".formatted(who(call)));
  }

  private static String who(ActionCall call) {
    var name = call.person().firstName();
    return name == null ? "A colleague" : name;
  }
}
