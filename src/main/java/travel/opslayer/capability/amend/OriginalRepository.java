package travel.opslayer.capability.amend;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.SealedMessage;
import travel.opslayer.conversation.Turn;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.time.Ids;

/** Finds what was written before, and what came of it. */
@Singleton
final class OriginalRepository {

  /** More requests than that are in no message. */
  private static final int PARTS = 10;

  private final Vault vault;
  private final SealedMessage messages;

  OriginalRepository(Vault vault, SealedMessage messages) {
    this.vault = vault;
    this.messages = messages;
  }

  private record Came(UUID id, Instant sentAt, @Nullable UUID turn) {}

  private record Done(
      boolean acted,
      String wish,
      Instant at,
      @Nullable String subject,
      @Nullable String approval) {}

  /** By the provider's id; only what came from the same contact: nobody changes another's. */
  Optional<Original> find(Sql sql, int tenant, Turn turn, String providerId) {
    return sql.one(
            """
            SELECT id, occurred_at, turn_id FROM inbox WHERE tenant_id = ? AND channel = ?
              AND kind = 'message' AND provider_key = ? AND lane = ?
            """,
            row -> new Came(row.uuid("id"), row.instant("occurred_at"), row.uuidOrNull("turn_id")),
            tenant,
            turn.contact().channel(),
            vault.index(tenant, "provider", providerId),
            HexFormat.of().parseHex(turn.contact().lane()))
        .map(it -> with(it, it.turn() == null ? List.of() : done(sql, tenant, it.turn())));
  }

  /** What was done counts before what was only said. */
  private static Original with(Came came, List<Done> done) {
    var chief = done.stream().filter(Done::acted).findFirst().or(() -> done.stream().findFirst());
    return new Original(
        came.id(),
        came.sentAt(),
        came.turn(),
        chief.filter(Done::acted).isPresent(),
        chief.map(Done::wish).orElse(null),
        chief.map(Done::at).orElse(null),
        chief.map(Done::subject).orElse(null),
        chief.map(Done::approval).orElse(null));
  }

  /** A decision has acted when it has left a line on a timeline. */
  private List<Done> done(Sql sql, int tenant, UUID turn) {
    var parts = new ArrayList<>(List.of(turn));
    for (var i = 1; i < PARTS; i++) {
      parts.add(Ids.from(turn, "part " + i));
    }
    return sql.list(
        """
        SELECT d.wish, d.at, d.subject, d.facts->>'approval_code' AS approval,
          EXISTS (SELECT 1 FROM timeline_entries t WHERE t.tenant_id = d.tenant_id
            AND t.subject = d.subject AND t.at = d.at AND t.decision_id = d.id) AS acted
        FROM decisions d WHERE d.tenant_id = ? AND d.id = ANY(?) AND d.outcome = 'permitted'
        ORDER BY array_position(?, d.id)
        """,
        row ->
            new Done(
                row.bool("acted"),
                row.text("wish"),
                row.instant("at"),
                row.textOrNull("subject"),
                row.textOrNull("approval")),
        tenant,
        Sql.array("uuid", parts),
        Sql.array("uuid", parts));
  }

  /** The words as they were first. */
  String words(Sql sql, int tenant, Original original) {
    return sql.one(
            "SELECT content FROM whatsapp_messages"
                + " WHERE tenant_id = ? AND id = ? AND direction = 'in'",
            row -> row.bytes("content"),
            tenant,
            original.message())
        .map(it -> String.valueOf(messages.open(tenant, it).getOrDefault("text", "")))
        .orElse("");
  }

  /** Whether it was changed or deleted before it came. */
  Optional<String> overtaken(Sql sql, int tenant, Turn turn) {
    var keys =
        turn.messages().stream().map(it -> vault.index(tenant, "provider", it.id())).toList();
    return sql.one(
        """
        SELECT kind FROM message_changes WHERE tenant_id = ? AND target_key = ANY(?)
          AND channel = ? AND message_id <> ALL(?) ORDER BY at DESC LIMIT 1
        """,
        row -> row.text("kind"),
        tenant,
        Sql.array("bytea", keys),
        turn.contact().channel(),
        Sql.array("uuid", turn.eventIds()));
  }

  /** Is what is tapped part of an answer to a message that was changed, and nothing was done? */
  boolean isStale(Sql sql, int tenant, Turn turn, String quoted) {
    return sql.one(
            """
            SELECT m.decision_id FROM outbox o JOIN whatsapp_messages m
              ON m.tenant_id = o.tenant_id AND m.id = o.id AND m.at = o.message_at
            JOIN message_changes c ON c.tenant_id = m.tenant_id AND c.turn_id = m.decision_id
            WHERE o.tenant_id = ? AND o.provider_key = ? AND o.person_id = ? LIMIT 1
            """,
            row -> row.uuid("decision_id"),
            tenant,
            vault.index(tenant, "provider", quoted),
            turn.contact().person().id())
        .filter(it -> done(sql, tenant, it).stream().noneMatch(Done::acted))
        .isPresent();
  }
}
