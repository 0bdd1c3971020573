package travel.opslayer.outbox;

import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.SealBroken;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.message.Alias;

/** The table {@code outbox}. */
@Singleton
final class OutboxRepository {

  private final Database database;
  private final Vault vault;
  private final SealedContent contents;

  OutboxRepository(Database database, Vault vault, SealedContent contents) {
    this.database = database;
    this.vault = vault;
    this.contents = contents;
  }

  void put(Sql sql, int tenant, List<Draft> drafts, Instant now) {
    sql.update(
        """
        INSERT INTO outbox
          (tenant_id, due_at, id, message_at, channel, conversation_id, person_id, category)
        SELECT ?, ?, * FROM unnest(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        now,
        Sql.array("uuid", drafts.stream().map(Draft::message).toList()),
        Sql.array("timestamptz", drafts.stream().map(Draft::at).toList()),
        Sql.array("text", drafts.stream().map(Draft::channel).toList()),
        Sql.array("uuid", drafts.stream().map(Draft::conversation).toList()),
        Sql.array("uuid", drafts.stream().map(Draft::person).toList()),
        Sql.array("text", drafts.stream().map(Draft::category).toList()));
  }

  /**
   * Takes the next message of up to {@code most} conversations and commits that they are being
   * sent. A conversation with one on its way gives no other, so order is kept on every node. What
   * cannot be read will never leave, and must not hold up the others.
   */
  List<Parcel> take(int tenant, Instant now, int most, int seconds) {
    return database.write(
        tenant,
        sql -> {
          var unreadable = new ArrayList<Settled>();
          var parcels = take(sql, tenant, now, most, seconds, unreadable);
          if (!unreadable.isEmpty()) {
            settle(tenant, unreadable, now);
          }
          return parcels;
        });
  }

  private List<Parcel> take(
      Sql sql, int tenant, Instant now, int most, int seconds, List<Settled> unreadable) {
    return sql
        .list(
            """
            WITH due AS (
              SELECT o.id FROM outbox o
              WHERE o.tenant_id = ? AND o.state = 'pending' AND o.due_at <= ?
                AND NOT EXISTS (
                  SELECT 1 FROM outbox e
                  WHERE e.tenant_id = o.tenant_id AND e.conversation_id = o.conversation_id
                    AND e.state IN ('pending', 'sending') AND e.seq < o.seq)
              ORDER BY o.due_at, o.seq LIMIT ? FOR UPDATE OF o SKIP LOCKED),
            taken AS (
              UPDATE outbox o SET state = 'sending', attempts = attempts + 1,
                sending_until = clock_timestamp() + make_interval(secs => ?)
              FROM due WHERE o.tenant_id = ? AND o.id = due.id AND o.state = 'pending'
              RETURNING o.*)
            SELECT t.id, t.channel, t.person_id, t.category, t.attempts, m.content,
                   c.address, c.address_kind, c.window_until
            FROM taken t
            JOIN whatsapp_messages m ON m.tenant_id = t.tenant_id AND m.id = t.id
              AND m.at = t.message_at
            JOIN whatsapp_conversations c ON c.tenant_id = t.tenant_id
              AND c.id = t.conversation_id
            ORDER BY t.seq
            """,
            row -> readable(tenant, row, unreadable),
            tenant,
            now,
            most,
            seconds,
            tenant)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Parcel> readable(int tenant, Row row, List<Settled> unreadable) {
    try {
      return Optional.of(parcel(tenant, row));
    } catch (SealBroken | UncheckedIOException | IllegalArgumentException e) {
      unreadable.add(Settled.rejected(row.uuid("id"), "unreadable"));
      return Optional.empty();
    }
  }

  /** What became of parcels; only of those that are still being sent, or are thought lost. */
  void settle(int tenant, List<Settled> settled, Instant now) {
    database.write(
        tenant,
        sql ->
            sql.update(
                """
                UPDATE outbox o SET state = s.state, provider_key = s.key, provider_id = s.id_sealed,
                  error = s.error, due_at = coalesce(s.again, o.due_at), sending_until = NULL,
                  settled_at = CASE WHEN s.state = 'pending' THEN NULL ELSE ?::timestamptz END
                FROM unnest(?, ?, ?, ?, ?, ?) AS s(id, state, key, id_sealed, error, again)
                WHERE o.tenant_id = ? AND o.id = s.id AND (o.state IN ('sending', 'unknown')
                  OR o.state = 'accepted' AND o.provider_id IS NULL AND s.state = 'accepted')
                """,
                now,
                Sql.array("uuid", settled.stream().map(Settled::id).toList()),
                Sql.array("text", settled.stream().map(Settled::state).toList()),
                Sql.array("bytea", settled.stream().map(it -> key(tenant, it)).toList()),
                Sql.array("bytea", settled.stream().map(it -> sealed(tenant, it)).toList()),
                Sql.array("text", settled.stream().map(Settled::error).toList()),
                Sql.array("timestamptz", settled.stream().map(Settled::again).toList()),
                tenant));
  }

  /** Whoever was sending these has died, or the answer was lost: nobody knows. */
  int lose(int tenant, Instant now) {
    return database.write(
        tenant,
        sql ->
            sql.update(
                """
                UPDATE outbox SET state = 'unknown', sending_until = NULL, settled_at = ?,
                  error = 'no_answer'
                WHERE tenant_id = ? AND state = 'sending' AND sending_until < clock_timestamp()
                """,
                now,
                tenant));
  }

  /** The same for all that were being sent by a process that is known to have ended. */
  int loseAll(int tenant, Instant now) {
    database.write(
        tenant,
        sql ->
            sql.update(
                """
                UPDATE outbox SET sending_until = '-infinity'
                WHERE tenant_id = ? AND state = 'sending'
                """,
                tenant));
    return lose(tenant, now);
  }

  boolean retry(int tenant, UUID id, Instant now) {
    return database.write(
            tenant,
            sql ->
                sql.update(
                    """
                    UPDATE outbox SET state = 'pending', due_at = ?, settled_at = NULL
                    WHERE tenant_id = ? AND id = ? AND state IN ('unknown', 'rejected')
                    """,
                    now,
                    tenant,
                    id))
        > 0;
  }

  long open(int tenant) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                    """
                    SELECT count(*) AS n FROM outbox
                    WHERE tenant_id = ? AND state IN ('pending', 'sending')
                    """,
                    row -> row.longValue("n"),
                    tenant)
                .orElse(0L));
  }

  private Parcel parcel(int tenant, Row row) {
    var both = contents.open(tenant, row.bytes("content"));
    var kind = Alias.Kind.valueOf(row.text("address_kind").toUpperCase(Locale.ROOT));
    var address = vault.openText(tenant, "whatsapp_conversations.address", row.bytes("address"));
    return new Parcel(
        row.uuid("id"),
        row.text("channel"),
        row.uuid("person_id"),
        row.text("category"),
        new Alias(kind, address),
        both.content(),
        both.approved(),
        row.instantOrNull("window_until"),
        row.integer("attempts"));
  }

  private byte @Nullable [] key(int tenant, Settled settled) {
    return settled.providerId() == null
        ? null
        : vault.index(tenant, "provider", settled.providerId());
  }

  private byte @Nullable [] sealed(int tenant, Settled settled) {
    return settled.providerId() == null
        ? null
        : vault.seal(tenant, "outbox.provider_id", settled.providerId());
  }
}
