package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Line;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.conversation.SealedMessage;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.message.Alias;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.outbox.SealedContent;

/** Reads a conversation with a phone: what was said, and what still waits for its turn. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class ChatRepository {

  /** The newest; a phone does not show more without scrolling far. */
  private static final int MOST = 200;

  private final Database database;
  private final Vault vault;
  private final SealedMessage heard;
  private final SealedContent said;
  private final Inbox inbox;

  ChatRepository(
      Database database, Vault vault, SealedMessage heard, SealedContent said, Inbox inbox) {
    this.database = database;
    this.vault = vault;
    this.heard = heard;
    this.said = said;
    this.inbox = inbox;
  }

  List<Bubble> of(Line line, Alias phone) {
    return database.read(
        line.tenant(),
        sql ->
            Stream.concat(kept(sql, line, phone).stream(), waiting(sql, line, phone).stream())
                .toList());
  }

  private List<Bubble> kept(Sql sql, Line line, Alias phone) {
    var key = vault.index(line.tenant(), "alias", phone.kind().word() + ' ' + phone.value());
    var newestFirst =
        sql.list(
            """
            SELECT m.id, m.direction, m.kind, m.content, m.language, m.sent_at, m.decision_id,
                   o.state, o.delivery, o.error, p.kind AS form
            FROM aliases a
            JOIN whatsapp_conversations c ON c.tenant_id = a.tenant_id
              AND c.person_id = a.person_id AND c.channel = ?
            JOIN whatsapp_messages m ON m.tenant_id = c.tenant_id AND m.conversation_id = c.id
            LEFT JOIN outbox o ON o.tenant_id = m.tenant_id AND o.id = m.id
            LEFT JOIN sandbox_phones p ON p.message_id = m.id
            WHERE a.tenant_id = ? AND a.kind = 'phone' AND a.key = ?
            ORDER BY m.sent_at DESC, m.direction DESC, o.seq DESC, m.id DESC LIMIT ?
            """,
            row -> row.text("direction").equals("in") ? in(line, row) : out(line, row),
            line.name(),
            line.tenant(),
            key,
            MOST);
    return newestFirst.reversed();
  }

  private Bubble in(Line line, Row row) {
    var all = heard.open(line.tenant(), row.bytes("content"));
    var replyTo = all.get("replyTo");
    return new Bubble(
        String.valueOf(all.get("providerId")),
        "in",
        row.text("kind"),
        String.valueOf(all.getOrDefault("text", "")),
        details(all.get("content")),
        List.of(),
        null,
        replyTo == null ? null : String.valueOf(replyTo),
        null,
        row.instant("sent_at").toString(),
        "answered",
        null,
        true,
        row.uuid("decision_id").toString());
  }

  private Bubble out(Line line, Row row) {
    var content = said.open(line.tenant(), row.bytes("content")).content();
    var form = row.textOrNull("form");
    var asTemplate = "template".equals(form);
    return new Bubble(
        row.uuid("id").toString(),
        "out",
        asTemplate ? "template" : content.kind(),
        content.text(),
        Map.of(),
        asTemplate ? List.of() : choices(content),
        content instanceof OutboundContent.Menu menu ? menu.opener() : null,
        null,
        row.textOrNull("language"),
        row.instant("sent_at").toString(),
        state(row),
        row.textOrNull("error"),
        form != null,
        row.uuid("decision_id").toString());
  }

  /** The word that the admin API has for it. */
  private static String state(Row row) {
    var delivery = row.textOrNull("delivery");
    if (delivery != null) {
      return delivery;
    }
    var state = row.textOrNull("state");
    return switch (state == null ? "unknown" : state) {
      case "accepted" -> "sent";
      case "rejected" -> "failed";
      case "pending", "sending" -> "pending";
      default -> "unknown";
    };
  }

  private static List<Bubble.Choice> choices(OutboundContent content) {
    var choices =
        switch (content) {
          case OutboundContent.Buttons it -> it.choices();
          case OutboundContent.Menu it -> it.rows();
          case OutboundContent.Text _, OutboundContent.Template _ ->
              List.<OutboundContent.Choice>of();
        };
    return choices.stream()
        .map(it -> new Bubble.Choice(it.id(), it.title(), it.description()))
        .toList();
  }

  /** Bubbles wait for more bubbles before they are answered; a dead one is never answered. */
  private List<Bubble> waiting(Sql sql, Line line, Alias phone) {
    var lane = inbox.lane(line.tenant(), line.name(), phone);
    return sql
        .list(
            """
            SELECT i.id, i.state, i.place, i.occurred_at, b.body
            FROM (
              SELECT * FROM inbox WHERE tenant_id = ? AND lane = ? AND state = 'new'
              UNION ALL
              SELECT n.* FROM dead_letters d
              JOIN inbox n ON n.tenant_id = d.tenant_id AND n.id = d.inbox_id
              WHERE d.tenant_id = ? AND d.state = 'open' AND n.lane = ? AND n.state = 'dead') i
            JOIN webhook_bodies b ON b.tenant_id = i.tenant_id AND b.id = i.body_id
              AND b.received_at = i.body_at
            WHERE i.kind = 'message'
            ORDER BY i.occurred_at, i.seq
            """,
            row -> waiting(line, row),
            line.tenant(),
            lane,
            line.tenant(),
            lane)
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Bubble> waiting(Line line, Row row) {
    try {
      var body = vault.open(line.tenant(), "webhook_bodies.body", row.bytes("body"));
      var events = line.channel().parse(body);
      return events.get(row.integer("place")) instanceof InboundEvent.Message message
          ? List.of(waiting(message, row))
          : List.of();
    } catch (MalformedPayload e) {
      return List.of(); // what cannot be read cannot be shown; it is a dead letter already
    }
  }

  private static Bubble waiting(InboundEvent.Message message, Row row) {
    return new Bubble(
        message.id(),
        "in",
        message.content().kind(),
        message.content().words(),
        message.content().details(),
        List.of(),
        null,
        message.replyTo(),
        null,
        row.instant("occurred_at").toString(),
        row.text("state").equals("dead") ? "dead" : "waiting",
        null,
        true,
        null);
  }

  @SuppressWarnings("unchecked") // JSON objects have texts for names
  private static Map<String, Object> details(@Nullable Object stored) {
    return stored instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
