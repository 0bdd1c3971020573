package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;

/** The tables {@code inbox} and {@code webhook_bodies}: what came in, for ever once. */
@Singleton
final class InboxRepository {

  private final Database database;
  private final InstantSource clock;
  private final LaneRepository lanes;
  private final DuplicateRepository duplicates;

  InboxRepository(
      Database database,
      InstantSource clock,
      LaneRepository lanes,
      DuplicateRepository duplicates) {
    this.database = database;
    this.clock = clock;
    this.lanes = lanes;
    this.duplicates = duplicates;
  }

  /** All deliveries in one commit. The lanes come last: their locks are held shortest. */
  void store(int tenant, List<Delivery> deliveries) {
    database.change(
        tenant,
        sql -> {
          bodies(sql, tenant, deliveries);
          statuses(sql, tenant, deliveries);
          var fresh = events(sql, tenant, deliveries);
          dead(sql, tenant, deliveries, fresh);
          duplicates.count(sql, tenant, deliveries, fresh.size());
          lanes.ring(sql, tenant, waiting(deliveries, fresh), clock.instant());
        });
  }

  /** A body that nobody can read: the same bytes again are the same dead letter. */
  void unreadable(Delivery delivery, UUID id, String reason) {
    var tenant = delivery.line().tenant();
    database.write(
        tenant,
        sql -> {
          bodies(sql, tenant, List.of(delivery));
          return sql.update(
              """
              INSERT INTO dead_letters (tenant_id, id, at, channel, reason, body_id, body_at)
              VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
              """,
              tenant,
              id,
              delivery.at(),
              delivery.line().name(),
              reason,
              delivery.id(),
              delivery.at());
        });
  }

  void due(int tenant, Kept kept, String timer, String subject, Instant now) {
    database.write(
        tenant,
        sql -> {
          var added =
              sql.update(
                  """
                  INSERT INTO inbox (tenant_id, id, channel, kind, provider_key, lane, topic,
                                     subject, occurred_at, received_at)
                  VALUES (?, ?, '', 'timer', ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                  """,
                  tenant,
                  kept.id(),
                  kept.providerKey(),
                  kept.lane(),
                  timer,
                  subject,
                  kept.occurredAt(),
                  now);
          if (added > 0) {
            lanes.ring(sql, tenant, List.of(kept.lane()), now);
          }
          return added;
        });
  }

  /** Part of the transaction of the turns; undone when another worker has taken a lane over. */
  void finish(Sql sql, int tenant, List<Finished> finished) {
    var done = finished.stream().flatMap(it -> it.done().stream()).toList();
    var turns =
        finished.stream().flatMap(it -> it.done().stream().map(ignored -> it.turn())).toList();
    var ids = Sql.array("uuid", done);
    sql.later(
        marked -> {
          if (marked != done.size()) {
            throw new TryAgain("Another worker has answered some of these events.");
          }
        },
        """
        UPDATE inbox SET state = 'done', turn_id = t.turn
        FROM unnest(?, ?) AS t(id, turn)
        WHERE inbox.tenant_id = ? AND inbox.id = ANY(?) AND inbox.id = t.id
          AND inbox.state NOT IN ('done', 'dead')
        """,
        ids,
        Sql.array("uuid", turns),
        tenant,
        ids);
    lanes.release(sql, tenant, finished, clock.instant());
  }

  /** The turn of these events has failed: once more, or never by itself after {@code most}. */
  void failed(int tenant, Lane lane, List<UUID> events, String reason, int most, Instant again) {
    database.change(
        tenant,
        sql -> {
          sql.update(
              """
              UPDATE inbox SET attempts = attempts + 1,
                state = CASE WHEN attempts + 1 >= ? THEN 'dead' ELSE 'new' END
              WHERE tenant_id = ? AND id = ANY(?) AND state = 'new'
              """,
              most,
              tenant,
              Sql.array("uuid", events));
          sql.update(
              """
              INSERT INTO dead_letters
                (tenant_id, id, at, channel, reason, inbox_id, body_id, body_at)
              SELECT tenant_id, id, ?, channel, ?, id, body_id, body_at FROM inbox
              WHERE tenant_id = ? AND id = ANY(?) AND state = 'dead'
              ON CONFLICT (tenant_id, id) DO UPDATE
                SET state = 'open', at = excluded.at, reason = excluded.reason
              """,
              clock.instant(),
              reason,
              tenant,
              Sql.array("uuid", events));
          lanes.release(
              sql, tenant, List.of(new Finished(lane, List.of(), null, again)), clock.instant());
        });
  }

  long waiting(int tenant) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                    "SELECT count(*) AS n FROM inbox WHERE tenant_id = ? AND state = 'new'",
                    row -> row.longValue("n"),
                    tenant)
                .orElse(0L));
  }

  long due(int tenant) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                    """
                    SELECT count(*) AS n FROM inbox_lanes
                    WHERE tenant_id = ? AND (due_at <= ? OR lease_until > clock_timestamp())
                    """,
                    row -> row.longValue("n"),
                    tenant,
                    clock.instant())
                .orElse(0L));
  }

  void revive(int tenant, UUID event) {
    database.change(
        tenant,
        sql -> {
          var revived =
              sql.list(
                  """
                  UPDATE inbox SET state = 'new', attempts = 0
                  WHERE tenant_id = ? AND id = ? AND state = 'dead' RETURNING lane
                  """,
                  row -> row.bytes("lane"),
                  tenant,
                  event);
          lanes.ring(sql, tenant, revived, clock.instant());
        });
  }

  private static void bodies(Sql sql, int tenant, List<Delivery> deliveries) {
    sql.later(
        """
        INSERT INTO webhook_bodies (tenant_id, id, received_at, channel, body)
        SELECT ?, * FROM unnest(?, ?, ?, ?)
        """,
        tenant,
        Sql.array("uuid", deliveries.stream().map(Delivery::id).toList()),
        Sql.array("timestamptz", deliveries.stream().map(Delivery::at).toList()),
        Sql.array("text", deliveries.stream().map(it -> it.line().name()).toList()),
        Sql.array("bytea", deliveries.stream().map(Delivery::sealed).toList()));
  }

  private static void statuses(Sql sql, int tenant, List<Delivery> deliveries) {
    var all = deliveries.stream().flatMap(it -> it.statuses().stream()).toList();
    if (all.isEmpty()) {
      return;
    }
    sql.later(
        """
        INSERT INTO whatsapp_statuses (tenant_id, id, channel, provider_key, message_id, word, rank,
                                       occurred_at, error, received_at, due_at)
        SELECT ?, t.*, n.at, n.at FROM (SELECT ?::timestamptz AS at) n, unnest(?, ?, ?, ?, ?, ?, ?, ?) t
        """,
        tenant,
        deliveries.getFirst().at(),
        Sql.array("uuid", all.stream().map(KeptStatus::id).toList()),
        Sql.array("text", all.stream().map(KeptStatus::channel).toList()),
        Sql.array("bytea", all.stream().map(KeptStatus::providerKey).toList()),
        Sql.array("uuid", all.stream().map(KeptStatus::messageId).toList()),
        Sql.array("text", all.stream().map(KeptStatus::word).toList()),
        Sql.array("int", all.stream().map(KeptStatus::rank).toList()),
        Sql.array("timestamptz", all.stream().map(KeptStatus::occurredAt).toList()),
        Sql.array("text", all.stream().map(KeptStatus::error).toList()));
  }

  /** The ids of those that were not here before. */
  private static List<UUID> events(Sql sql, int tenant, List<Delivery> deliveries) {
    var all = deliveries.stream().flatMap(it -> it.events().stream()).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    var bodies = deliveries.stream().flatMap(it -> it.events().stream().map(ignored -> it));
    var owners = bodies.toList();
    return sql.list(
        """
        INSERT INTO inbox (tenant_id, id, channel, kind, provider_key, lane, place, occurred_at,
                           state, body_id, body_at, received_at)
        SELECT ?, *, body_at FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          AS t(id, channel, kind, provider_key, lane, place, occurred_at, state, body_id, body_at)
        ON CONFLICT DO NOTHING
        RETURNING id
        """,
        row -> row.uuid("id"),
        tenant,
        Sql.array("uuid", all.stream().map(Kept::id).toList()),
        Sql.array("text", all.stream().map(Kept::channel).toList()),
        Sql.array("text", all.stream().map(it -> it.kind().word).toList()),
        Sql.array("bytea", all.stream().map(Kept::providerKey).toList()),
        Sql.array("bytea", all.stream().map(Kept::lane).toList()),
        Sql.array("int", all.stream().map(Kept::place).toList()),
        Sql.array("timestamptz", all.stream().map(Kept::occurredAt).toList()),
        Sql.array("text", all.stream().map(it -> it.kind().state).toList()),
        Sql.array("uuid", owners.stream().map(Delivery::id).toList()),
        Sql.array("timestamptz", owners.stream().map(Delivery::at).toList()));
  }

  private void dead(Sql sql, int tenant, List<Delivery> deliveries, List<UUID> fresh) {
    for (var delivery : deliveries) {
      for (var event : delivery.events()) {
        if (event.reason() != null && fresh.contains(event.id())) {
          sql.update(
              """
              INSERT INTO dead_letters
                (tenant_id, id, at, channel, reason, inbox_id, body_id, body_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """,
              tenant,
              event.id(),
              delivery.at(),
              event.channel(),
              event.reason(),
              event.id(),
              delivery.id(),
              delivery.at());
        }
      }
    }
  }

  private static List<byte[]> waiting(List<Delivery> deliveries, List<UUID> fresh) {
    return deliveries.stream()
        .flatMap(it -> it.events().stream())
        .filter(it -> it.kind() == Kept.Kind.MESSAGE && fresh.contains(it.id()))
        .map(Kept::lane)
        .toList();
  }
}
