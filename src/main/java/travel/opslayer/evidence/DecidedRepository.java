package travel.opslayer.evidence;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import travel.opslayer.decision.rows.PastReleases;

/** What was decided about it, on which facts, and the rows that said so as they were then. */
@Singleton
final class DecidedRepository {

  private static final String WHERE = " FROM decisions WHERE tenant_id = ? AND subject = ANY(?)";

  private final ObjectMapper json;
  private final WhomRepository people;

  /** Made of all actions, the one that makes packs among them. */
  private final BeanProvider<PastReleases> releases;

  DecidedRepository(ObjectMapper json, WhomRepository people, BeanProvider<PastReleases> releases) {
    this.json = json;
    this.people = people;
    this.releases = releases;
  }

  List<Map<String, Object>> decisions(Scope it) {
    return it.sql()
        .list(
            "SELECT id, at, subject, wish, outcome, person_id, release, facts, rules, refusals,"
                + " effects"
                + WHERE
                + " ORDER BY at, id",
            row ->
                Scope.row(
                    "at", it.time(row.instant("at")),
                    "about", row.text("subject"),
                    "wish", row.text("wish"),
                    "outcome", row.text("outcome"),
                    "who", people.name(it, row.uuidOrNull("person_id")),
                    "facts", row.text("facts"),
                    "rows", String.join(", ", sources(row.text("rules"))),
                    "refusals", row.text("refusals"),
                    "effects", row.text("effects"),
                    "rules", row.text("release"),
                    "decision", row.uuid("id")),
            it.tenant(),
            it.all());
  }

  /** The rows that fired, as their authors had written them. */
  List<Map<String, Object>> rules(Scope it) {
    var fired = new LinkedHashMap<String, SequencedSet<String>>();
    it.sql()
        .list(
            "SELECT release, rules" + WHERE + " ORDER BY at, id",
            row ->
                fired
                    .computeIfAbsent(row.text("release"), _ -> new LinkedHashSet<>())
                    .addAll(sources(row.text("rules"))),
            it.tenant(),
            it.all());
    var all = new ArrayList<Map<String, Object>>();
    fired.forEach((release, sources) -> all.addAll(rows(it, release, List.copyOf(sources))));
    return all;
  }

  private List<Map<String, Object>> rows(Scope it, String release, List<String> sources) {
    var written =
        releases.get().find(it.tenant(), release).map(past -> past.rows(sources)).orElse(Map.of());
    return sources.stream()
        .sorted()
        .map(
            source ->
                Scope.row(
                    "rules", release,
                    "row", source,
                    "says", cells(written.getOrDefault(source, Map.of()))))
        .toList();
  }

  private static String cells(Map<String, String> row) {
    return String.join(
        "; ", row.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList());
  }

  private List<String> sources(String rules) {
    try {
      return json
          .readValue(rules, Argument.listOf(Argument.mapOf(String.class, String.class)))
          .stream()
          .map(it -> it.getOrDefault("source", ""))
          .filter(it -> !it.isEmpty())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
