package travel.opslayer.capability.broadcast;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.broadcast.Broadcast;
import travel.opslayer.broadcast.Recipient;
import travel.opslayer.broadcast.RecipientRepository;
import travel.opslayer.conversation.Quotes;

/** Whoever got it answers, and is answered. */
@Factory
final class ReplySteps {

  private final RecipientRepository recipients;
  private final BroadcastTalk talk;
  private final Quotes quotes;

  ReplySteps(RecipientRepository recipients, BroadcastTalk talk, Quotes quotes) {
    this.recipients = recipients;
    this.talk = talk;
    this.quotes = quotes;
  }

  /** To whoever wrote the broadcast, with the booking that it is about. */
  @Singleton
  ActionHandler passReply() {
    return new Step(
        "pass_reply",
        talk,
        (call, it) ->
            recipient(call, it)
                .map(
                    one ->
                        said(call, it, one)
                            .noting("replied", "Answers to %s.".formatted(it.code())))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }

  @Singleton
  ActionHandler answerReply() {
    return new Step(
        "answer_reply",
        talk,
        (call, it) ->
            recipient(call, it)
                .map(
                    one ->
                        said(call, it, one)
                            .with("colleague", call.person().firstName())
                            .noting("answered", "Answered about %s.".formatted(it.code())))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }

  private ActionResult said(ActionCall call, Broadcast it, Recipient one) {
    var booking = one.about();
    return ActionResult.about(booking == null ? it.code() : booking)
        .with(talk.about(call, it, one))
        .showing("recipient", it.code() + '/' + one.number())
        .showing("broadcast_author", it.code() + '/' + one.number())
        .with("words", String.join("\n", call.asked().turn().bubbles()));
  }

  /** Named by what is quoted, or the one who got the message that is quoted. */
  private Optional<Recipient> recipient(ActionCall call, Broadcast it) {
    var sql = call.sql();
    var named = BroadcastFacts.Named.in(call.asked()).filter(name -> name.number() > 0);
    if (named.isPresent()) {
      return recipients.byNumber(sql, call.tenant(), it.id(), named.get().number());
    }
    var turn = call.asked().turn();
    var quoted = quotes.of(sql, call.tenant(), List.of(turn)).values();
    var messages = quoted.stream().map(Quotes.Quoted::message).toList();
    return recipients.byMessages(sql, call.tenant(), messages).stream().findFirst();
  }
}
