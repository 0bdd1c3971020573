package travel.opslayer.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.DecisionRepository;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.Replay;

/**
 * Holds every stored decision against the rows of the release that it names, asked by the plain
 * loop: the wish, the outcome, each rule that fired, what was told, and the words that left.
 */
final class RowCheck {

  private static final String[] COLUMNS = {
    "facts",
    "wish",
    "outcome",
    "rules",
    "permits",
    "refusals",
    "requirements",
    "transition",
    "effects"
  };

  private final Database database;
  private final PastReleases releases;
  private final ObjectMapper json;
  private final Map<String, List<String>> sent;
  private final Map<UUID, String> wrong = new LinkedHashMap<>();

  /**
   * @param sent what the provider was given, by our id
   */
  RowCheck(ApplicationContext context, Map<String, List<String>> sent) {
    this.database = context.getBean(Database.class);
    this.releases = context.getBean(PastReleases.class);
    this.json = context.getBean(ObjectMapper.class);
    this.sent = sent;
  }

  /** A row of the table, its other columns as their text. */
  record Kept(UUID id, Instant at, String release, int micros, Map<String, String> columns) {

    static Kept of(Row row) {
      var columns = new LinkedHashMap<String, String>();
      for (var it : COLUMNS) {
        var text = row.textOrNull(it);
        columns.put(it, text == null ? "null" : text);
      }
      return new Kept(
          row.uuid("id"), row.instant("at"), row.text("release"), row.integer("micros"), columns);
    }

    /** As if other rules had decided it. */
    Kept of(String other) {
      return new Kept(id, at, other, micros, columns);
    }

    private String text(String column) {
      return columns.getOrDefault(column, "");
    }
  }

  /** By release, so that each is read once. */
  List<Kept> decisions() {
    return database.read(
        Channels.FIRST_TENANT,
        sql ->
            sql.list(
                "SELECT * FROM decisions WHERE tenant_id = ? ORDER BY release, at",
                Kept::of,
                Channels.FIRST_TENANT));
  }

  /** The wrong ones, a sentence each; none is what we hope for. */
  Map<UUID, String> check(List<Kept> decisions) throws IOException {
    wrong.clear();
    for (var it : decisions) {
      var release = releases.find(Channels.FIRST_TENANT, it.release());
      if (release.isEmpty()) {
        wrong(it, "%s names rules that nobody kept (%s).".formatted(it.id(), it.release()));
      } else {
        check(it, Replay.again(release.get().release(), map(it.text("facts"))));
      }
    }
    return Map.copyOf(wrong);
  }

  private void check(Kept kept, Decision rows) throws IOException {
    same(kept, "wish", rows.wish());
    same(kept, "outcome", DecisionRepository.outcome(rows));
    same(kept, "rules", json(DecisionRepository.rules(rows)));
    same(kept, "permits", json(DecisionRepository.permits(rows)));
    same(kept, "refusals", json(DecisionRepository.refusals(rows)));
    same(kept, "requirements", json(DecisionRepository.requirements(rows)));
    same(kept, "transition", json(DecisionRepository.transition(rows)));
    told(kept, rows);
  }

  private void same(Kept kept, String column, String rows) {
    if (!kept.text(column).equals(rows)) {
      wrong(
          kept,
          "%s: %s is %s, the rows say %s.".formatted(kept.id(), column, kept.text(column), rows));
    }
  }

  private void told(Kept kept, Decision rows) throws IOException {
    var replies =
        json
            .readValue(
                kept.text("effects"), Argument.listOf(Argument.mapOf(String.class, String.class)))
            .stream()
            .filter(it -> "reply".equals(it.get("verb")))
            .toList();
    var templates = replies.stream().map(it -> it.getOrDefault("what", "")).toList();
    var expected =
        rows.outcome() instanceof Outcome.Refused(var _, var reason)
            ? List.of(reason)
            : rows.replies();
    if (!templates.equals(expected)) {
      wrong(kept, "%s: told %s, the rows say %s.".formatted(kept.id(), templates, expected));
    }
    for (var it : replies) {
      left(kept, it.getOrDefault("message", ""), ChangingRules.text(it.getOrDefault("what", "")));
    }
  }

  private void left(Kept kept, String message, String words) {
    var bodies = sent.getOrDefault(message, List.of());
    if (bodies.size() != 1 || !bodies.getFirst().contains(words)) {
      wrong(kept, "%s: left %d times as %s.".formatted(kept.id(), bodies.size(), bodies));
    }
  }

  private void wrong(Kept kept, String sentence) {
    wrong.putIfAbsent(kept.id(), sentence);
  }

  private String json(@Nullable Object value) throws IOException {
    return value == null ? "null" : json.writeValueAsString(value);
  }

  private Map<String, Object> map(String text) throws IOException {
    return json.readValue(text, Argument.mapOf(String.class, Object.class));
  }
}
