package travel.opslayer.outbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;

/** The table {@code whatsapp_statuses}, and what it says about the outbox. */
@Singleton
final class StatusRepository {

  /** How often the message of a report is looked for, at growing intervals: about a day. */
  private static final int LOOKS = 150;

  private static final String APPLY =
      """
      WITH waiting AS MATERIALIZED (
        SELECT s.id, s.received_at, s.message_id, s.provider_key, s.rank, s.word,
               s.error
        FROM whatsapp_statuses s
        WHERE s.tenant_id = ? AND NOT s.applied AND s.due_at <= ?
        ORDER BY s.due_at LIMIT ? FOR UPDATE SKIP LOCKED),
      matched AS MATERIALIZED (
        SELECT w.*, coalesce(a.id, b.id) AS outbox_id
        FROM waiting w
        LEFT JOIN LATERAL (
          SELECT o.id FROM outbox o WHERE o.tenant_id = ? AND o.id = w.message_id
          LIMIT 1) a ON true
        LEFT JOIN LATERAL (
          SELECT o.id FROM outbox o
          WHERE o.tenant_id = ? AND o.provider_key = w.provider_key
            AND a.id IS NULL
          LIMIT 1) b ON true
        WHERE coalesce(a.id, b.id) IS NOT NULL),
      best AS (
        SELECT outbox_id, max(rank) FILTER (WHERE rank < 4) AS rank,
               bool_or(rank = 4) AS failed, max(error) AS error,
               (array_agg(provider_key))[1] AS provider_key
        FROM matched GROUP BY outbox_id),
      locked AS MATERIALIZED (
        SELECT o.id, o.delivery_rank FROM outbox o
        WHERE o.tenant_id = ? AND o.id = ANY(ARRAY(SELECT outbox_id FROM best))
        ORDER BY o.id FOR UPDATE),
      told AS (
        UPDATE outbox o SET
          delivery_rank = n.rank,
          delivery = (ARRAY['sent', 'delivered', 'read', 'failed'])[n.rank],
          error = CASE WHEN n.rank = 4 THEN n.error ELSE o.error END,
          provider_key = coalesce(o.provider_key, n.provider_key),
          state = 'accepted',
          sending_until = NULL,
          settled_at = coalesce(o.settled_at, ?)
        FROM (
          SELECT b.outbox_id, b.error, b.provider_key,
            CASE WHEN p.delivery_rank = 4 THEN 4
                 WHEN greatest(p.delivery_rank, b.rank) >= 2
                   THEN greatest(p.delivery_rank, b.rank)
                 WHEN b.failed THEN 4
                 ELSE greatest(p.delivery_rank, coalesce(b.rank, 0)) END AS rank
          FROM best b JOIN locked p ON p.id = b.outbox_id) n
        WHERE o.tenant_id = ? AND o.id = ANY(ARRAY(SELECT outbox_id FROM best))
          AND o.id = n.outbox_id
          AND (n.rank <> o.delivery_rank OR o.state <> 'accepted')),
      parked AS (
        UPDATE whatsapp_statuses s SET looks = looks + 1,
          applied = s.looks >= ?,
          due_at = ?::timestamptz + make_interval(secs => least(600, 2 ^ s.looks))
        FROM waiting w WHERE s.tenant_id = ?
          AND s.received_at BETWEEN (SELECT min(received_at) FROM waiting)
            AND (SELECT max(received_at) FROM waiting)
          AND s.id = ANY(ARRAY(SELECT id FROM waiting)) AND s.id = w.id
          AND s.received_at = w.received_at
          AND NOT EXISTS (SELECT 1 FROM matched m WHERE m.id = w.id)),
      done AS (
        UPDATE whatsapp_statuses s SET applied = true FROM matched m
        WHERE s.tenant_id = ?
          AND s.received_at BETWEEN (SELECT min(received_at) FROM waiting)
            AND (SELECT max(received_at) FROM waiting)
          AND s.id = ANY(ARRAY(SELECT id FROM matched))
          AND s.id = m.id AND s.received_at = m.received_at)
      SELECT count(*) AS n FROM matched
      """;

  private final Database database;

  StatusRepository(Database database) {
    this.database = database;
  }

  /**
   * Delivery only goes forward: sent 1, delivered 2, read 3; failed (4) is the end, unless the
   * message was delivered. A report about a message of unknown outcome tells that the provider has
   * it.
   *
   * @param detour for alarms that have failed; null when there is no other line
   */
  Applied apply(int tenant, int most, Instant now, @Nullable Detour detour) {
    return database.write(
        tenant,
        sql -> {
          var found =
              sql.one(
                      APPLY,
                      row -> row.integer("n"),
                      tenant,
                      now,
                      most,
                      tenant,
                      tenant,
                      tenant,
                      now,
                      tenant,
                      LOOKS,
                      now,
                      tenant,
                      tenant)
                  .orElse(0);
          var rerouted = found == 0 || detour == null ? 0 : reroute(sql, tenant, detour, now);
          return new Applied(found, rerouted);
        });
  }

  /** From the line that has failed to the one that is tried then. */
  record Detour(String from, String to) {}

  /**
   * @param found how many reports found their message
   * @param rerouted alarms that are to leave by the other line
   */
  record Applied(int found, int rerouted) {}

  /** An alarm that did not get through goes the other way, once. */
  private static int reroute(Sql sql, int tenant, Detour detour, Instant now) {
    return sql.update(
        """
        UPDATE outbox SET state = 'pending', channel = ?, due_at = ?, settled_at = NULL,
          provider_key = NULL, provider_id = NULL, delivery = NULL, delivery_rank = 0
        WHERE tenant_id = ? AND category = 'alarm' AND state = 'accepted'
          AND delivery = 'failed' AND channel = ? AND attempts = 1
        """,
        detour.to(),
        now,
        tenant,
        detour.from());
  }
}
