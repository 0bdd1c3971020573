package travel.opslayer.api;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;

/** Counts; each statement sees its own moment. */
@Singleton
final class MetricRepository {

  /** Those that are there even when there is none; any other is shown when there is one. */
  private static final List<String> OUT =
      List.of("pending", "sent", "delivered", "read", "failed", "unknown");

  private static final List<String> LEADS =
      List.of("new", "assigned", "qualified", "quoted", "won", "lost", "reopened", "merged");

  private static final List<String> CHECK_INS = List.of("on_time", "late", "claimed");

  private final Database database;

  MetricRepository(Database database) {
    this.database = database;
  }

  List<Metric> all(int tenant) {
    return database.read(
        tenant,
        sql -> {
          var all = new ArrayList<Metric>();
          all.add(messagesIn(sql, tenant));
          all.addAll(messagesOut(sql, tenant));
          all.addAll(waiting(sql, tenant));
          all.addAll(leads(sql, tenant));
          all.addAll(checkIns(sql, tenant));
          return all;
        });
  }

  private static Metric messagesIn(Sql sql, int tenant) {
    return new Metric(
        "messages_in",
        count(
            sql,
            """
            SELECT count(*) AS n FROM whatsapp_messages
            WHERE tenant_id = ? AND direction = 'in'
            """,
            tenant),
        "messages",
        "Messages that people wrote to us and that had their turn.");
  }

  private static List<Metric> messagesOut(Sql sql, int tenant) {
    return states(
        "messages_out_",
        OUT,
        byState(
            sql,
            "SELECT "
                + MessageRepository.STATE
                + "AS state, count(*) AS n FROM outbox o WHERE o.tenant_id = ? GROUP BY 1",
            tenant),
        "messages",
        "Messages of ours in the state %s.");
  }

  private static List<Metric> waiting(Sql sql, int tenant) {
    return List.of(
        new Metric(
            "webhook_duplicates",
            count(
                sql,
                """
                SELECT coalesce(sum(count), 0)::bigint AS n FROM inbox_duplicates
                WHERE tenant_id = ?
                """,
                tenant),
            "events",
            "Events that a provider delivered once more, and that changed nothing."),
        new Metric(
            "dead_letters_open",
            count(
                sql,
                """
                SELECT count(*) AS n FROM dead_letters WHERE tenant_id = ? AND state = 'open'
                """,
                tenant),
            "dead letters",
            "What came in, could not be used, and was not replayed."),
        new Metric(
            "inbox_waiting",
            count(
                sql,
                "SELECT count(*) AS n FROM inbox WHERE tenant_id = ? AND state = 'new'",
                tenant),
            "events",
            "Messages and due timers that wait for their turn."),
        new Metric(
            "outbox_open",
            count(
                sql,
                """
                SELECT count(*) AS n FROM outbox
                WHERE tenant_id = ? AND state IN ('pending', 'sending')
                """,
                tenant),
            "messages",
            "Messages that have not left, or whose answer is awaited."));
  }

  private static List<Metric> leads(Sql sql, int tenant) {
    return states(
        "leads_",
        LEADS,
        byState(
            sql,
            "SELECT state, count(*) AS n FROM core.leads WHERE tenant_id = ? GROUP BY state",
            tenant),
        "leads",
        "Leads in the state %s.");
  }

  /** By when they happened, not by when it was known. */
  private static List<Metric> checkIns(Sql sql, int tenant) {
    return states(
        "check_ins_",
        CHECK_INS,
        byState(
            sql,
            """
            SELECT CASE WHEN f.trust <> 'seen' THEN 'claimed'
                WHEN f.happened_at <= t.starts_at THEN 'on_time' ELSE 'late' END AS state,
              count(*) AS n
            FROM trip_facts f JOIN trips t ON t.tenant_id = f.tenant_id AND t.code = f.trip
            WHERE f.tenant_id = ? AND f.kind = 'check_in' AND f.withdrawn IS NULL GROUP BY 1
            """,
            tenant),
        "check-ins",
        "Check-ins of crews that were %s: in time by the clock of the provider, late, or at a time"
            + " that they claim.");
  }

  private static List<Metric> states(
      String prefix, List<String> states, Map<String, Long> counts, String unit, String says) {
    var all = new ArrayList<>(states);
    counts.keySet().stream().filter(it -> !states.contains(it)).sorted().forEach(all::add);
    return all.stream()
        .map(it -> new Metric(prefix + it, counts.getOrDefault(it, 0L), unit, says.formatted(it)))
        .toList();
  }

  private static Map<String, Long> byState(Sql sql, String select, int tenant) {
    var counts = new HashMap<String, Long>();
    sql.list(select, row -> Map.entry(row.text("state"), row.longValue("n")), tenant)
        .forEach(it -> counts.put(it.getKey(), it.getValue()));
    return counts;
  }

  private static long count(Sql sql, String select, int tenant) {
    return sql.one(select, row -> row.longValue("n"), tenant).orElse(0L);
  }
}
