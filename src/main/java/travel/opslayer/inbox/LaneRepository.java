package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;

/**
 * The table {@code inbox_lanes}: who may work on which contact. Leases end by the database's clock,
 * so nodes need not agree on the time.
 */
@Singleton
final class LaneRepository {

  private final Database database;

  LaneRepository(Database database) {
    this.database = database;
  }

  /** A leased lane; its events are read next. */
  record Leased(String key, long arrivals) {}

  /** A row of {@code inbox} with its body, as it is stored. */
  record Waiting(
      UUID id,
      String lane,
      String channel,
      String kind,
      int place,
      String topic,
      String subject,
      Instant occurredAt,
      Instant receivedAt,
      int attempts,
      @Nullable UUID bodyId,
      byte @Nullable [] body) {

    @Override
    public String toString() {
      return kind + ' ' + id;
    }
  }

  /** Something has come. In the order of the lanes, like everybody who locks more than one. */
  void ring(Sql sql, int tenant, List<byte[]> keys, Instant now) {
    var sorted = keys.stream().sorted(Arrays::compareUnsigned).distinct().toList();
    if (sorted.isEmpty()) {
      return;
    }
    sql.later(
        """
        INSERT INTO inbox_lanes AS l (tenant_id, lane, due_at, arrivals)
        SELECT ?, lane, ?, 1 FROM (SELECT DISTINCT lane FROM unnest(?) AS u(lane) ORDER BY lane) k
        ON CONFLICT (tenant_id, lane)
          DO UPDATE SET due_at = excluded.due_at, arrivals = l.arrivals + 1
        """,
        tenant,
        now,
        Sql.array("bytea", sorted));
  }

  /** Takes up to {@code most} lanes that are due; other workers skip them from now on. */
  List<Leased> lease(int tenant, UUID token, Instant now, int most, int seconds) {
    return database.write(
        tenant,
        sql ->
            sql.list(
                """
                WITH due AS (
                  SELECT lane FROM inbox_lanes
                  WHERE tenant_id = ? AND due_at <= ?
                    AND (lease_until IS NULL OR lease_until < clock_timestamp())
                  ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE inbox_lanes
                SET token = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
                WHERE tenant_id = ? AND lane = ANY(ARRAY(SELECT lane FROM due))
                RETURNING lane, arrivals
                """,
                row -> new Leased(hex(row.bytes("lane")), row.longValue("arrivals")),
                tenant,
                now,
                most,
                token,
                seconds,
                tenant));
  }

  /** Lanes with their waiting events. */
  record Taken(List<Leased> lanes, List<Waiting> events) {}

  /**
   * Leases, and then reads: what has come until the lease, and is counted by it, is read for sure.
   */
  Taken take(int tenant, UUID token, Instant now, int most, int seconds, int events) {
    return database.write(
        tenant,
        sql -> {
          var leased = lease(tenant, token, now, most, seconds);
          return new Taken(leased, leased.isEmpty() ? List.of() : events(tenant, leased, events));
        });
  }

  /** The events of leased lanes, in order; of each at most {@code most}. */
  List<Waiting> events(int tenant, List<Leased> lanes, int most) {
    return database.read(
        tenant,
        sql ->
            sql.list(
                """
                SELECT i.id, i.lane, i.channel, i.kind, coalesce(i.place, 0) AS place,
                       coalesce(i.topic, '') AS topic, coalesce(i.subject, '') AS subject,
                       i.occurred_at, i.received_at, i.attempts, i.body_id, b.body
                FROM unnest(?) AS l(lane)
                CROSS JOIN LATERAL (
                  SELECT * FROM inbox e
                  WHERE e.tenant_id = ? AND e.lane = l.lane AND e.state = 'new'
                  ORDER BY e.occurred_at, e.seq LIMIT ?) i
                LEFT JOIN LATERAL (
                  SELECT body FROM webhook_bodies w
                  WHERE w.tenant_id = i.tenant_id AND w.id = i.body_id
                    AND w.received_at = i.body_at
                  LIMIT 1) b ON true
                ORDER BY i.lane, i.occurred_at, i.seq
                """,
                row ->
                    new Waiting(
                        row.uuid("id"),
                        hex(row.bytes("lane")),
                        row.text("channel"),
                        row.text("kind"),
                        row.integer("place"),
                        row.text("topic"),
                        row.text("subject"),
                        row.instant("occurred_at"),
                        row.instant("received_at"),
                        row.integer("attempts"),
                        row.uuidOrNull("body_id"),
                        row.bytesOrNull("body")),
                Sql.array("bytea", lanes.stream().map(it -> bytes(it.key())).toList()),
                tenant,
                most));
  }

  /**
   * Gives lanes back. Refused when one of the leases has passed to another worker: what this one
   * did in the meantime must not be committed.
   */
  void release(Sql sql, int tenant, List<Finished> finished, Instant now) {
    var keys = Sql.array("bytea", finished.stream().map(it -> it.lane().bytes()).toList());
    sql.later(
        released -> {
          if (released != finished.size()) {
            throw new TryAgain("The lease of a lane has passed to another worker.");
          }
        },
        """
        WITH mine AS (
          SELECT lane FROM inbox_lanes
          WHERE tenant_id = ? AND lane = ANY(?) AND token = ? ORDER BY lane FOR UPDATE)
        UPDATE inbox_lanes l SET token = NULL, lease_until = NULL,
          due_at = CASE WHEN l.arrivals = f.arrivals THEN f.again ELSE ? END
        FROM mine, unnest(?, ?, ?) AS f(lane, arrivals, again)
        WHERE l.tenant_id = ? AND l.lane = ANY(?) AND l.lane = mine.lane
          AND f.lane = mine.lane
        """,
        tenant,
        keys,
        finished.getFirst().lane().token(),
        now,
        keys,
        Sql.array("bigint", finished.stream().map(it -> it.lane().arrivals()).toList()),
        Sql.array("timestamptz", finished.stream().map(Finished::again).toList()),
        tenant,
        keys);
  }

  /** Nobody holds a lane any more. */
  void forgetLeases(int tenant) {
    database.write(
        tenant,
        sql ->
            sql.update(
                """
                UPDATE inbox_lanes SET token = NULL, lease_until = NULL
                WHERE tenant_id = ? AND token IS NOT NULL
                """,
                tenant));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
