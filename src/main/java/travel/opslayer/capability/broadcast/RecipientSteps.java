package travel.opslayer.capability.broadcast;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.BroadcastRepository;
import travel.opslayer.broadcast.Recipient;
import travel.opslayer.broadcast.RecipientRepository;

/** It is somebody's turn: each is told by a decision of their own, or left out. */
@Factory
final class RecipientSteps {

  @Singleton
  ActionHandler tellRecipient(
      BroadcastRepository broadcasts, RecipientRepository recipients, BroadcastTalk talk) {
    return one(
        "tell_recipient",
        recipients,
        talk,
        (call, it) -> told(call, it, broadcasts, recipients, talk));
  }

  /** They have stopped everything since it was shown. */
  @Singleton
  ActionHandler skipRecipient(RecipientRepository recipients, BroadcastTalk talk) {
    return one(
        "skip_recipient",
        recipients,
        talk,
        (call, it) ->
            recipients.leaveOut(call.sql(), call.tenant(), it.recipient(), Recipient.OPTED_OUT)
                ? ActionResult.about(it.name())
                : over(it));
  }

  /** A broadcast and one who gets it. */
  private record Both(Broadcast broadcast, Recipient recipient) {

    String name() {
      return broadcast.code() + '/' + recipient.number();
    }
  }

  private static ActionResult over(Both it) {
    return ActionResult.about(it.name()).refusing(Step.NOT_NOW);
  }

  /** With the message in the outbox they have had their turn, or with neither they have not. */
  private static ActionResult told(
      ActionCall call,
      Both it,
      BroadcastRepository broadcasts,
      RecipientRepository recipients,
      BroadcastTalk talk) {
    var sql = call.sql();
    if (!broadcasts.goesOn(sql, call.tenant(), it.broadcast().id())
        || !recipients.queue(sql, call.tenant(), it.recipient(), call.firstMessage())) {
      return over(it);
    }
    var booking = it.recipient().about();
    var subject = booking == null ? it.name() : booking;
    return ActionResult.about(subject)
        .with(talk.told(call, it.broadcast()))
        .telling("recipient", it.recipient().person())
        .showing("recipient", subject)
        .noting("told", "Told by %s.".formatted(it.broadcast().code()));
  }

  private static ActionHandler one(
      String name,
      RecipientRepository recipients,
      BroadcastTalk talk,
      BiFunction<ActionCall, Both, ActionResult> what) {
    return new Step(
        name,
        talk,
        (call, it) ->
            BroadcastFacts.Named.in(call.asked())
                .flatMap(
                    named ->
                        recipients.byNumber(call.sql(), call.tenant(), it.id(), named.number()))
                .map(found -> what.apply(call, new Both(it, found)))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }
}
