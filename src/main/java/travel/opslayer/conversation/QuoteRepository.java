package travel.opslayer.conversation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import travel.opslayer.database.Sql;

/** Finds outgoing messages by the provider's id. */
@Singleton
final class QuoteRepository {

  /** What a turn quotes. */
  record Found(UUID turn, Quotes.Quoted quoted) {}

  List<Found> find(Sql sql, int tenant, List<Turn> turns, List<byte[]> keys) {
    return sql.list(
        """
        SELECT k.turn, m.id, coalesce(m.subject, '') AS subject, m.decision_id
        FROM unnest(?, ?, ?) AS k(turn, person, key)
        JOIN outbox o ON o.tenant_id = ? AND o.provider_key = k.key AND o.person_id = k.person
        JOIN whatsapp_messages m
          ON m.tenant_id = o.tenant_id AND m.id = o.id AND m.at = o.message_at
        """,
        row ->
            new Found(
                row.uuid("turn"),
                new Quotes.Quoted(row.uuid("id"), row.text("subject"), row.uuid("decision_id"))),
        Sql.array("uuid", turns.stream().map(Turn::id).toList()),
        Sql.array("uuid", turns.stream().map(it -> it.contact().person().id()).toList()),
        Sql.array("bytea", keys),
        tenant);
  }
}
