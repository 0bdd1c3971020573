package travel.opslayer.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a webhook call tells. A call may tell many, and each is kept on its own. */
public sealed interface InboundEvent {

  /**
   * A person wrote to the business number.
   *
   * @param id the provider's; together with the channel it is never seen twice
   * @param sentAt by the provider's clock, to the second; null when the provider gives none
   * @param replyTo the provider's id of the message that this one quotes or answers
   * @param extras what came along with it, by the provider's names: that it was forwarded, the
   *     advertisement or product it came from, the group it was written in; empty as a rule
   */
  record Message(
      String id,
      Sender sender,
      @Nullable Instant sentAt,
      @Nullable String replyTo,
      Content content,
      Map<String, Object> extras)
      implements InboundEvent {

    public Message(
        String id,
        Sender sender,
        @Nullable Instant sentAt,
        @Nullable String replyTo,
        Content content) {
      this(id, sender, sentAt, replyTo, content, Map.of());
    }

    @Override
    public String toString() {
      return content.kind();
    }
  }

  /**
   * How far one of our messages has come.
   *
   * @param messageId the provider's id of our message
   * @param ourId the id that we gave the provider along with the message, when it comes back
   * @param word the provider's word, kept even where {@code status} does not know it
   * @param status null for a word that we do not know: stored, without effect
   * @param error the provider's code, where it failed
   */
  record Status(
      String messageId,
      @Nullable String ourId,
      String word,
      @Nullable DeliveryStatus status,
      @Nullable Instant at,
      @Nullable String error)
      implements InboundEvent {

    @Override
    public String toString() {
      return "status " + word;
    }
  }

  /**
   * Something about the account, a consent, a call, an echo: kept, and without effect so far.
   *
   * @param kind a word of lower-case letters, digits and underscores
   * @param details what the provider told, by its names
   */
  record Notice(String kind, Map<String, Object> details) implements InboundEvent {

    public Notice(String kind) {
      this(kind, Map.of());
    }

    @Override
    public String toString() {
      return "notice " + kind;
    }
  }

  /** An element of a good call that cannot be used; it becomes a dead letter. */
  record Unreadable(String reason) implements InboundEvent {}
}
