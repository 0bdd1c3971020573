package travel.opslayer.capability.handover;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.Masks;

/** What texts about a conversation may say, and who is told. */
@Singleton
final class HandoverTalk {

  /** Whoever has the conversation. */
  static final String HOLDER = "holder";

  static final String TIMER = "handover_quiet";

  private static final Duration USUAL = Duration.ofHours(4);

  private final HandoverRepository handovers;
  private final Conversations conversations;

  HandoverTalk(HandoverRepository handovers, Conversations conversations) {
    this.handovers = handovers;
    this.conversations = conversations;
  }

  /** The one that the rules have seen. */
  Optional<Handover> meant(ActionCall call) {
    return call.fact("handover_code")
        .flatMap(it -> handovers.byCode(call.sql(), call.tenant(), it));
  }

  /** When it goes back unless somebody writes. */
  static Instant until(ActionCall call) {
    return call.now().plus(call.length("keep_for").orElse(USUAL));
  }

  /**
   * Messages are about what it was taken about, so that other commands that quote them work too.
   * Both sides by their first names: a number is never among what texts may say.
   */
  ActionResult about(ActionCall call, Handover it) {
    var zone = call.desk().tenant().zone();
    return ActionResult.about(it.about())
        .telling(HOLDER, it.colleague())
        .telling("customer", it.person())
        .showing(TIMER, it.code())
        .due("handover_until", it.until())
        .with("handover", it.code())
        .with("subject", it.subject())
        .with("name", name(call, it.person()))
        .with("colleague", name(call, it.colleague()))
        .with("until", new Moment(it.until(), zone));
  }

  /** A name may be a number too. */
  @Nullable String name(ActionCall call, UUID person) {
    return contact(call, person)
        .map(it -> it.person().firstName())
        .map(it -> Masks.hide(it, List.of(Masks.NUMBER, Masks.ADDRESS)))
        .orElse(null);
  }

  Optional<Contact> contact(ActionCall call, UUID person) {
    return conversations.byPerson(call.sql(), call.tenant(), List.of(person)).stream().findFirst();
  }

  /** What they wrote, without what the rules hide. */
  static ActionResult words(ActionCall call, ActionResult result) {
    return Masks.said(call, result).with("kind", call.fact("message_kind").orElse(null));
  }
}
