package travel.opslayer.conversation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Event;
import travel.opslayer.message.Content;

/** The table {@code whatsapp_messages}: rows are added and never changed. */
@Singleton
final class MessageRepository {

  private final SealedMessage sealed;
  private final Vault vault;

  MessageRepository(SealedMessage sealed, Vault vault) {
    this.sealed = sealed;
    this.vault = vault;
  }

  /** A message with the turn that it is part of. */
  private record Heard(Turn turn, Event event) {}

  void saveHeard(Sql sql, int tenant, List<Turn> turns) {
    var all = turns.stream().flatMap(t -> t.events().stream().map(e -> new Heard(t, e))).toList();
    if (all.isEmpty()) {
      return;
    }
    sql.later(
        """
        INSERT INTO whatsapp_messages (tenant_id, direction, id, at, kind, conversation_id,
          person_id, provider_key, content, sent_at, decision_id)
        SELECT ?, 'in', * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Sql.array("uuid", all.stream().map(it -> it.event().id()).toList()),
        Sql.array("timestamptz", all.stream().map(it -> it.event().receivedAt()).toList()),
        Sql.array("text", all.stream().map(it -> it.event().message().content().kind()).toList()),
        Sql.array("uuid", all.stream().map(it -> it.turn().contact().id()).toList()),
        Sql.array("uuid", all.stream().map(it -> it.turn().contact().person().id()).toList()),
        Sql.array("bytea", all.stream().map(it -> key(tenant, it)).toList()),
        Sql.array(
            "bytea",
            all.stream()
                .map(it -> sealed.seal(tenant, it.event().message(), it.turn().contact().person()))
                .toList()),
        Sql.array("timestamptz", all.stream().map(it -> it.event().occurredAt()).toList()),
        Sql.array("uuid", all.stream().map(it -> it.turn().id()).toList()));
    all.forEach(it -> changes(sql, tenant, it));
  }

  /** Which message it changes or deletes; that one stays as it was. */
  private void changes(Sql sql, int tenant, Heard heard) {
    if (heard.event().message().content() instanceof Content.Other other
        && other.changes().isPresent()) {
      var key = vault.index(tenant, "provider", other.changes().get());
      sql.later(
          """
          INSERT INTO message_changes (tenant_id, target_key, message_id, channel, kind, turn_id, at)
          SELECT ?, ?, ?, ?, ?, (SELECT turn_id FROM inbox WHERE tenant_id = ? AND channel = ?
            AND kind = 'message' AND provider_key = ? AND lane = ?), ?
          ON CONFLICT DO NOTHING
          """,
          tenant,
          key,
          heard.event().id(),
          heard.event().channel(),
          other.kind(),
          tenant,
          heard.event().channel(),
          key,
          HexFormat.of().parseHex(heard.turn().contact().lane()),
          heard.event().receivedAt());
    }
  }

  void saveSent(Sql sql, int tenant, List<Messages.Sent> sent, Instant now) {
    sql.later(
        """
        INSERT INTO whatsapp_messages (tenant_id, direction, at, sent_at, id, kind,
          conversation_id, person_id, content, template, language, subject, decision_id)
        SELECT ?, 'out', n.at, n.at, t.*
        FROM (SELECT ?::timestamptz AS at) n, unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) t
        """,
        tenant,
        now,
        Sql.array("uuid", sent.stream().map(Messages.Sent::id).toList()),
        Sql.array("text", sent.stream().map(Messages.Sent::kind).toList()),
        Sql.array("uuid", sent.stream().map(it -> it.to().id()).toList()),
        Sql.array("uuid", sent.stream().map(it -> it.to().person().id()).toList()),
        Sql.array("bytea", sent.stream().map(Messages.Sent::content).toList()),
        Sql.array("text", sent.stream().map(Messages.Sent::template).toList()),
        Sql.array("text", sent.stream().map(Messages.Sent::language).toList()),
        Sql.array("text", sent.stream().map(Messages.Sent::subject).toList()),
        Sql.array("uuid", sent.stream().map(Messages.Sent::decision).toList()));
  }

  private byte[] key(int tenant, Heard heard) {
    return vault.index(tenant, "provider", heard.event().message().id());
  }
}
