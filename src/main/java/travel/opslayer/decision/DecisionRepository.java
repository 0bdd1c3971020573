package travel.opslayer.decision;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision.Outcome;

/** The table {@code decisions}: rows are added and never changed. */
@Singleton
public final class DecisionRepository {

  private final ObjectMapper json;

  DecisionRepository(ObjectMapper json) {
    this.json = json;
  }

  public void save(Sql sql, int tenant, List<DecisionRecord> records, Instant now) {
    sql.later(
        """
        INSERT INTO decisions (tenant_id, at, id, release, person_id, subject, wish, outcome, facts,
          rules, permits, refusals, requirements, transition, effects, micros)
        SELECT ?, ?, id, release, person, subject, wish, outcome, facts::json, rules::json,
          permits::json, refusals::json, requirements::json, transition::json, effects::json, micros
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          AS t(id, release, person, subject, wish, outcome, facts, rules, permits, refusals,
               requirements, transition, effects, micros)
        """,
        tenant,
        now,
        Sql.array("uuid", records.stream().map(DecisionRecord::id).toList()),
        Sql.array("text", records.stream().map(it -> it.decision().release()).toList()),
        Sql.array("uuid", records.stream().map(DecisionRecord::person).toList()),
        Sql.array("text", records.stream().map(DecisionRecord::subject).toList()),
        Sql.array("text", records.stream().map(it -> it.decision().wish()).toList()),
        Sql.array("text", records.stream().map(it -> outcome(it.decision())).toList()),
        texts(records, it -> it.decision().situation().values()),
        texts(records, it -> rules(it.decision())),
        texts(records, it -> permits(it.decision())),
        texts(records, it -> refusals(it.decision())),
        texts(records, it -> requirements(it.decision())),
        texts(records, it -> transition(it.decision())),
        texts(records, DecisionRecord::effects),
        Sql.array("int", records.stream().map(it -> (int) it.decision().micros()).toList()));
  }

  /**
   * Decisions of a period in the order of their time.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<Past> between(
      Sql sql, int tenant, Instant from, Instant to, @Nullable Past after, int most) {
    var at = after == null ? from : after.at();
    var id = after == null ? new UUID(0, 0) : after.id();
    return sql.list(
        """
        SELECT id, at, release, facts FROM decisions
        WHERE tenant_id = ? AND at >= ? AND at < ? AND (at, id) > (?, ?)
        ORDER BY at, id LIMIT ?
        """,
        this::past,
        tenant,
        at,
        to,
        at,
        id,
        most);
  }

  public Optional<Past> byId(Sql sql, int tenant, UUID id) {
    return sql.one(
        "SELECT id, at, release, facts FROM decisions WHERE tenant_id = ? AND id = ?",
        this::past,
        tenant,
        id);
  }

  /** The newest one about something, by its public code. */
  public Optional<Past> newestAbout(Sql sql, int tenant, String subject) {
    return sql.one(
        """
        SELECT id, at, release, facts FROM decisions
        WHERE tenant_id = ? AND subject = ? ORDER BY at DESC LIMIT 1
        """,
        this::past,
        tenant,
        subject);
  }

  /** The newest ones, the newest first. */
  public List<Past> newest(Sql sql, int tenant, int most) {
    return sql.list(
        """
        SELECT id, at, release, facts FROM decisions
        WHERE tenant_id = ? ORDER BY at DESC, id DESC LIMIT ?
        """,
        this::past,
        tenant,
        most);
  }

  private Past past(Row row) {
    return new Past(row.uuid("id"), row.instant("at"), row.text("release"), map(row.text("facts")));
  }

  /** A decision that was taken: enough to decide again. */
  public record Past(UUID id, Instant at, String release, Map<String, Object> facts) {}

  private Map<String, Object> map(String text) {
    try {
      var read = json.readValue(text, Argument.mapOf(String.class, Object.class));
      // JSON knows one kind of number, and reads small ones as int.
      read.replaceAll((name, it) -> it instanceof Integer whole ? Long.valueOf(whole) : it);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object texts(
      List<DecisionRecord> records, Function<DecisionRecord, @Nullable Object> part) {
    return Sql.array("text", records.stream().map(it -> text(part.apply(it))).toList());
  }

  private @Nullable String text(@Nullable Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** permitted or refused; nothing, when nothing was asked for. */
  public static String outcome(Decision decision) {
    return switch (decision.outcome()) {
      case Outcome.Permitted ignored -> "permitted";
      case Outcome.Refused ignored ->
          decision.wish().equals(Decision.NO_WISH) ? "nothing" : "refused";
    };
  }

  /** The rules that fired, each once. */
  public static List<Map<String, String>> rules(Decision decision) {
    var all = new LinkedHashSet<Map<String, String>>();
    decision.hits().forEach(it -> all.add(pairs("rule", it.rule(), "source", it.source())));
    return List.copyOf(all);
  }

  public static List<Map<String, String>> permits(Decision decision) {
    var all = new ArrayList<Map<String, String>>();
    for (var hit : decision.hits()) {
      if (hit.verdict() instanceof Verdict.Permit(var action)) {
        all.add(pairs("action", action, "rule", hit.rule()));
      }
    }
    return all;
  }

  /** Those of rules, and that of the wish when no rule permits it. */
  public static List<Map<String, String>> refusals(Decision decision) {
    var all = new ArrayList<Map<String, String>>();
    for (var hit : decision.hits()) {
      if (hit.verdict() instanceof Verdict.Forbid(var action, var reason)) {
        var refusal = pairs("action", action, "rule", hit.rule());
        refusal.put("reason", reason);
        all.add(refusal);
      }
    }
    if (all.isEmpty()
        && decision.outcome() instanceof Outcome.Refused(var action, var reason)
        && !action.equals(Decision.NO_WISH)) {
      var refusal = pairs("action", action, "rule", "");
      refusal.put("reason", reason);
      all.add(refusal);
    }
    return all;
  }

  public static List<Map<String, String>> requirements(Decision decision) {
    var all = new ArrayList<Map<String, String>>();
    for (var hit : decision.hits()) {
      if (hit.verdict() instanceof Verdict.Require(var action, var condition)) {
        var requirement = pairs("action", action, "condition", condition);
        requirement.put("rule", hit.rule());
        all.add(requirement);
      }
    }
    return all;
  }

  public static @Nullable Map<String, String> transition(Decision decision) {
    if (!(decision.outcome() instanceof Decision.Outcome.Permitted)) {
      return null;
    }
    var all = new LinkedHashMap<String, String>();
    decision.movesTo().ifPresent(it -> all.put("to", it));
    decision.hits().stream()
        .map(Hit::verdict)
        .filter(Verdict.Move.class::isInstance)
        .map(Verdict.Move.class::cast)
        .forEach(it -> all.put(it.kind(), it.state()));
    return all.isEmpty() ? null : all;
  }

  private static Map<String, String> pairs(String a, String b, String c, String d) {
    var pairs = new LinkedHashMap<String, String>();
    pairs.put(a, b);
    pairs.put(c, d);
    return pairs;
  }
}
