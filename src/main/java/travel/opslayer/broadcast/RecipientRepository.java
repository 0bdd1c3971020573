package travel.opslayer.broadcast;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code broadcast_recipients}, and where the outbox stands with each. */
@Singleton
public final class RecipientRepository {

  private static final String SELECT =
      """
      SELECT broadcast_id, number, person_id, about, state, reason, message_id
      FROM broadcast_recipients WHERE tenant_id = ?
      """;

  /** All at once; their numbers are their places in the list. Who is in it already stays. */
  public void add(Sql sql, int tenant, UUID broadcast, List<Recipient> all) {
    sql.update(
        """
        INSERT INTO broadcast_recipients
          (tenant_id, broadcast_id, number, person_id, about, state, reason)
        SELECT ?, ?, * FROM unnest(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        broadcast,
        Sql.array("int", IntStream.rangeClosed(1, all.size()).boxed().toList()),
        Sql.array("uuid", all.stream().map(Recipient::person).toList()),
        Sql.array("text", all.stream().map(Recipient::about).toList()),
        Sql.array("text", all.stream().map(Recipient::state).toList()),
        Sql.array("text", all.stream().map(Recipient::reason).toList()));
  }

  public Optional<Recipient> byNumber(Sql sql, int tenant, UUID broadcast, int number) {
    return sql.one(
        SELECT + "AND broadcast_id = ? AND number = ?",
        RecipientRepository::recipient,
        tenant,
        broadcast,
        number);
  }

  /** Who has got these messages. */
  public List<Recipient> byMessages(Sql sql, int tenant, Collection<UUID> messages) {
    return messages.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND message_id = ANY(?)",
            RecipientRepository::recipient,
            tenant,
            Sql.array("uuid", messages));
  }

  /** The next people who have not had their turn. */
  public List<Recipient> next(Sql sql, int tenant, UUID broadcast, int most) {
    return sql.list(
        SELECT
            + """
            AND broadcast_id = ? AND state = 'waiting' AND handed_at IS NULL
            ORDER BY number LIMIT ?
            """,
        RecipientRepository::recipient,
        tenant,
        broadcast,
        most);
  }

  /** It is their turn. */
  public void hand(Sql sql, int tenant, UUID broadcast, Collection<Integer> numbers, Instant now) {
    sql.update(
        """
        UPDATE broadcast_recipients SET handed_at = ?
        WHERE tenant_id = ? AND broadcast_id = ? AND number = ANY(?)
        """,
        now,
        tenant,
        broadcast,
        Sql.array("int", numbers));
  }

  /** Their message is in the outbox, by the same transaction. False when it was before. */
  public boolean queue(Sql sql, int tenant, Recipient it, UUID message) {
    return sql.update(
            """
            UPDATE broadcast_recipients SET state = 'queued', message_id = ?
            WHERE tenant_id = ? AND broadcast_id = ? AND number = ? AND state = 'waiting'
            """,
            message,
            tenant,
            it.broadcast(),
            it.number())
        == 1;
  }

  /** They do not get it. False when their turn is over. */
  public boolean leaveOut(Sql sql, int tenant, Recipient it, String reason) {
    return sql.update(
            """
            UPDATE broadcast_recipients SET state = 'left_out', reason = ?
            WHERE tenant_id = ? AND broadcast_id = ? AND number = ? AND state = 'waiting'
            """,
            reason,
            tenant,
            it.broadcast(),
            it.number())
        == 1;
  }

  /** Messages that have not left, as far as the outbox has written down. */
  public List<UUID> unsent(Sql sql, int tenant, UUID broadcast) {
    return sql.list(
        """
        SELECT r.message_id FROM broadcast_recipients r
        JOIN outbox o ON o.tenant_id = r.tenant_id AND o.id = r.message_id
        WHERE r.tenant_id = ? AND r.broadcast_id = ? AND o.state = 'pending'
        """,
        row -> row.uuid("message_id"),
        tenant,
        broadcast);
  }

  /** They wait again: whose message was taken back, and whose turn did not come. */
  public void putBack(Sql sql, int tenant, UUID broadcast, Set<UUID> messages) {
    sql.update(
        """
        UPDATE broadcast_recipients SET state = 'waiting', message_id = NULL, handed_at = NULL
        WHERE tenant_id = ? AND broadcast_id = ? AND (state = 'waiting' OR message_id = ANY(?))
        """,
        tenant,
        broadcast,
        Sql.array("uuid", messages));
  }

  public Counts counts(Sql sql, int tenant, UUID broadcast) {
    return sql.one(
            """
            SELECT count(*) FILTER (WHERE r.state = 'waiting') AS waiting,
              count(*) FILTER (WHERE r.state = 'left_out' OR o.error = 'opted_out') AS left_out,
              count(*) FILTER (WHERE o.state = 'accepted' AND o.delivery_rank < 4) AS sent,
              count(*) FILTER (WHERE o.delivery_rank IN (2, 3)) AS delivered,
              count(*) FILTER (WHERE o.state = 'rejected' AND o.error <> 'opted_out'
                OR o.delivery_rank = 4) AS failed,
              count(*) FILTER (WHERE o.state = 'unknown') AS unknown,
              count(*) FILTER (WHERE o.state IN ('pending', 'sending')) AS open
            FROM broadcast_recipients r
            LEFT JOIN outbox o ON o.tenant_id = r.tenant_id AND o.id = r.message_id
            WHERE r.tenant_id = ? AND r.broadcast_id = ?
            """,
            row ->
                new Counts(
                    row.integer("waiting"),
                    row.integer("sent"),
                    row.integer("delivered"),
                    row.integer("failed"),
                    row.integer("unknown"),
                    row.integer("open"),
                    row.integer("left_out")),
            tenant,
            broadcast)
        .orElseThrow();
  }

  /** When it was somebody's turn the last time; empty when it never was. */
  public Optional<Instant> lastTurn(Sql sql, int tenant, UUID broadcast) {
    return sql
        .list(
            """
            SELECT handed_at FROM broadcast_recipients
            WHERE tenant_id = ? AND broadcast_id = ? AND handed_at IS NOT NULL
            ORDER BY handed_at DESC LIMIT 1
            """,
            row -> row.instant("handed_at"),
            tenant,
            broadcast)
        .stream()
        .findFirst();
  }

  /**
   * Those of these people whom the provider could not reach, or keeps us away from, and who have
   * not written since.
   */
  public List<UUID> unreachable(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            """
            SELECT DISTINCT o.person_id FROM outbox o
            WHERE o.tenant_id = ? AND o.person_id = ANY(?) AND o.error IN ('130403', '131026')
              AND NOT EXISTS (SELECT FROM whatsapp_conversations c
                WHERE c.tenant_id = o.tenant_id AND c.person_id = o.person_id
                  AND c.last_in_at > o.settled_at)
            """,
            row -> row.uuid("person_id"),
            tenant,
            Sql.array("uuid", people));
  }

  private static Recipient recipient(Row row) {
    return new Recipient(
        row.uuid("broadcast_id"),
        row.integer("number"),
        row.uuid("person_id"),
        row.textOrNull("about"),
        row.text("state"),
        row.textOrNull("reason"),
        row.uuidOrNull("message_id"));
  }
}
