package travel.opslayer.outbox;

import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.crypto.SealBroken;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.message.Alias;

/**
 * The table {@code outbox}. Its statements leave PostgreSQL one way to the rows: it plans them
 * once, when the tables are all but empty, and of an index that is short today it thinks too well.
 */
@Singleton
final class OutboxRepository {

  private final Database database;
  private final Vault vault;
  private final SealedContent contents;
  private final Channels channels;

  OutboxRepository(Database database, Vault vault, SealedContent contents, Channels channels) {
    this.channels = channels;
    this.database = database;
    this.vault = vault;
    this.contents = contents;
  }

  void put(Sql sql, int tenant, List<Draft> drafts, Instant now) {
    sql.later(
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
   * sent, and in which form: free text or the approved template. A conversation with one on its way
   * gives no other, so order is kept on every node; only alarms pass what waits. What cannot be
   * read will never leave, and must not hold up the others.
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
                AND o.seq = (
                  SELECT e.seq FROM outbox e
                  WHERE e.tenant_id = o.tenant_id AND e.conversation_id = o.conversation_id
                    AND e.state IN ('pending', 'sending')
                    AND (o.category <> 'alarm' OR e.category = 'alarm')
                  ORDER BY e.seq LIMIT 1)
              ORDER BY o.due_at, o.seq LIMIT ? FOR UPDATE OF o SKIP LOCKED),
            taken AS (
              UPDATE outbox o SET state = 'sending', attempts = attempts + 1,
                sending_until = clock_timestamp() + make_interval(secs => ?),
                free_text = coalesce((
                  SELECT c.window_until > ? FROM whatsapp_conversations c
                  WHERE c.tenant_id = o.tenant_id AND c.id = o.conversation_id), false)
              WHERE o.tenant_id = ? AND o.id = ANY(ARRAY(SELECT id FROM due))
              RETURNING o.*)
            SELECT t.id, t.channel, t.person_id, t.category, t.attempts, m.content,
                   c.address, c.address_kind, c.window_until,
                   EXISTS (SELECT FROM phone_locks k WHERE k.tenant_id = t.tenant_id
                     AND k.person_id = t.person_id AND k.unlocked_at IS NULL
                     AND k.locked_at > t.message_at) AS locked
            FROM taken t
            CROSS JOIN LATERAL (
              SELECT content FROM whatsapp_messages m
              WHERE m.tenant_id = t.tenant_id AND m.id = t.id AND m.at = t.message_at
              LIMIT 1) m
            CROSS JOIN LATERAL (
              SELECT address, address_kind, window_until FROM whatsapp_conversations c
              WHERE c.tenant_id = t.tenant_id AND c.id = t.conversation_id LIMIT 1) c
            ORDER BY t.seq
            """,
            row -> readable(tenant, row, unreadable),
            tenant,
            now,
            most,
            seconds,
            now,
            tenant)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** What was written before a phone was lost does not reach it afterwards. */
  private Optional<Parcel> readable(int tenant, Row row, List<Settled> unreadable) {
    if (row.bool("locked")) {
      unreadable.add(Settled.rejected(row.uuid("id"), "phone_locked"));
      return Optional.empty();
    }
    try {
      return Optional.of(parcel(tenant, row));
    } catch (SealBroken | UncheckedIOException | IllegalArgumentException e) {
      unreadable.add(Settled.rejected(row.uuid("id"), "unreadable"));
      return Optional.empty();
    }
  }

  /** What became of parcels; only of those that are still being sent, or are thought lost. */
  void settle(int tenant, List<Settled> settled, Instant now) {
    var ids = Sql.array("uuid", settled.stream().map(Settled::id).toList());
    database.write(
        tenant,
        sql ->
            sql.update(
                """
                UPDATE outbox o SET state = s.state, provider_key = s.key, provider_id = s.id_sealed,
                  error = s.error, due_at = coalesce(s.again, o.due_at), sending_until = NULL,
                  channel = coalesce(s.channel, o.channel),
                  settled_at = CASE WHEN s.state = 'pending' THEN NULL ELSE ?::timestamptz END
                FROM unnest(?, ?, ?, ?, ?, ?, ?)
                  AS s(id, state, key, id_sealed, error, again, channel)
                WHERE o.tenant_id = ? AND o.id = ANY(?) AND o.id = s.id
                  AND (o.state IN ('sending', 'unknown')
                  OR o.state = 'accepted' AND o.provider_id IS NULL AND s.state = 'accepted')
                """,
                now,
                ids,
                Sql.array("text", settled.stream().map(Settled::state).toList()),
                Sql.array("bytea", settled.stream().map(it -> key(tenant, it)).toList()),
                Sql.array("bytea", settled.stream().map(it -> sealed(tenant, it)).toList()),
                Sql.array("text", settled.stream().map(Settled::error).toList()),
                Sql.array("timestamptz", settled.stream().map(Settled::again).toList()),
                Sql.array("text", settled.stream().map(Settled::channel).toList()),
                tenant,
                ids));
  }

  /**
   * Whoever was sending these has died, or the answer was lost: nobody knows. An alarm goes the
   * other way then, once.
   */
  int lose(int tenant, Instant now) {
    var lines = channels.of(tenant);
    return database.write(
        tenant,
        sql -> {
          var elsewhere =
              lines.size() < 2
                  ? 0
                  : sql.update(
                      """
                      UPDATE outbox SET state = 'pending', channel = ?, sending_until = NULL,
                        error = 'no_answer'
                      WHERE tenant_id = ? AND state = 'sending'
                        AND sending_until < clock_timestamp()
                        AND category = 'alarm' AND attempts = 1
                      """,
                      lines.get(1).name(),
                      tenant);
          return elsewhere
              + sql.update(
                  """
                  UPDATE outbox SET state = 'unknown', sending_until = NULL, settled_at = ?,
                    error = 'no_answer'
                  WHERE tenant_id = ? AND state = 'sending' AND sending_until < clock_timestamp()
                  """,
                  now,
                  tenant);
        });
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

  /** Nobody has taken these for sending, and nobody will; a person may have them sent again. */
  List<UUID> recall(Sql sql, int tenant, Collection<UUID> messages, Instant now) {
    return sql.list(
        """
        UPDATE outbox SET state = 'rejected', error = 'recalled', settled_at = ?
        WHERE tenant_id = ? AND id = ANY(?) AND state = 'pending' RETURNING id
        """,
        row -> row.uuid("id"),
        now,
        tenant,
        Sql.array("uuid", messages));
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
