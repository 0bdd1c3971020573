package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads messages of both directions. */
@Singleton
final class MessageRepository {

  /** Of an outgoing message, by its row {@code o} of the outbox. */
  static final String STATE =
      """
      CASE o.state
        WHEN 'accepted' THEN coalesce(o.delivery, 'sent')
        WHEN 'sending' THEN 'pending'
        WHEN 'rejected' THEN 'failed'
        ELSE o.state END
      """;

  private final PageRepository lists;
  private final Writing writing;
  private final Listing<Message> messages;

  MessageRepository(PageRepository lists, Writing writing) {
    this.lists = lists;
    this.writing = writing;
    messages =
        new Listing<>(
            "messages",
            """
            SELECT m.id, m.at, m.direction, m.kind, m.conversation_id, m.person_id, m.content,
                   m.template, m.language, split_part(m.subject, '~', 1) AS subject, m.sent_at, m.decision_id, o.free_text,
                   o.provider_id, o.settled_at, o.error, o.state AS outbox_state,
            """
                + STATE
                + """
                AS state
                FROM whatsapp_messages m
                LEFT JOIN outbox o ON o.tenant_id = m.tenant_id AND o.id = m.id
                  AND m.direction = 'out'
                WHERE m.tenant_id = ?
                """,
            Key.ID,
            this::message);
  }

  /**
   * A message.
   *
   * @param state received; an outgoing one is pending, sent, delivered, read, failed or unknown
   * @param direction in or out
   * @param kind text, image, video, audio, document, sticker, location, contacts, reaction, button,
   *     list, order, interactive, system, edit, revoke or unsupported; out also buttons and
   *     template: the form that really left
   * @param text the words
   * @param content all else it brings: caption, file name, id and title of what was tapped, place;
   *     of an outgoing one its choices
   * @param providerId the provider's id; null until the provider has taken it
   * @param conversation id of the conversation
   * @param person id of the person
   * @param replyTo the provider's id of the message that this one quotes
   * @param object code of the object that an outgoing one is about
   * @param template name of the text of an outgoing one
   * @param language of an outgoing one
   * @param at when it was received, or decided
   * @param sentAt by the provider's clock; of an outgoing one, when the provider took it
   * @param receivedAt by our clock; null for an outgoing one
   * @param decision id of the decision that it led to, or that led to it
   * @param error the provider's code
   */
  @Serdeable
  @Schema(name = "Message")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Message(
      UUID id,
      String state,
      String direction,
      String kind,
      String text,
      Map<String, Object> content,
      @Nullable String providerId,
      UUID conversation,
      UUID person,
      @Nullable String replyTo,
      @Nullable String object,
      @Nullable String template,
      @Nullable String language,
      OffsetDateTime at,
      @Nullable OffsetDateTime sentAt,
      @Nullable OffsetDateTime receivedAt,
      UUID decision,
      @Nullable String error) {

    @Override
    public String toString() {
      return kind + ' ' + id;
    }
  }

  Page<Message> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(messages, limit, cursor);
  }

  Message one(String id) {
    return lists.one(messages, id);
  }

  private Message message(Row row) {
    var in = row.text("direction").equals("in");
    var sealed = row.bytes("content");
    var words =
        in
            ? writing.heard(lists.tenant(), sealed)
            : writing.said(lists.tenant(), sealed, row.boolOrNull("free_text"));
    return new Message(
        row.uuid("id"),
        in ? "received" : row.text("state"),
        row.text("direction"),
        in ? row.text("kind") : words.kind(),
        words.text(),
        words.content(),
        in ? words.providerId() : lists.open("outbox.provider_id", row.bytesOrNull("provider_id")),
        row.uuid("conversation_id"),
        row.uuid("person_id"),
        words.replyTo(),
        row.textOrNull("subject"),
        row.textOrNull("template"),
        row.textOrNull("language"),
        lists.time(row, "at"),
        in ? lists.time(row, "sent_at") : takenAt(row),
        in ? lists.time(row, "at") : null,
        row.uuid("decision_id"),
        row.textOrNull("error"));
  }

  private @Nullable OffsetDateTime takenAt(Row row) {
    return "accepted".equals(row.textOrNull("outbox_state"))
        ? lists.timeOrNull(row, "settled_at")
        : null;
  }
}
