package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.rows.Replay.Taken;
import travel.opslayer.facts.FactCollector;
import travel.opslayer.facts.Field;

/** Reads a decision, and the rows of the release that decided it. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class DecisionsRepository {

  private static final List<String> PARTS =
      List.of("facts", "rules", "permits", "refusals", "requirements", "transition", "effects");

  private final Database database;
  private final PeopleRepository people;
  private final FactCollector facts;
  private final ObjectMapper json;

  DecisionsRepository(
      Database database, PeopleRepository people, FactCollector facts, ObjectMapper json) {
    this.database = database;
    this.people = people;
    this.facts = facts;
    this.json = json;
  }

  Optional<Explained> find(int tenant, UUID id) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                    """
                    SELECT id, at, release, person_id, subject, wish, outcome, facts, rules,
                           permits, refusals, requirements, transition, effects, micros
                    FROM decisions WHERE tenant_id = ? AND id = ?
                    """,
                    this::read,
                    tenant,
                    id)
                .map(it -> explained(sql, tenant, it)));
  }

  /** Enough to decide again. */
  Optional<Taken> taken(int tenant, UUID id) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                "SELECT id, release, facts FROM decisions WHERE tenant_id = ? AND id = ?",
                row -> new Taken(row.uuid("id"), row.text("release"), facts(row)),
                tenant,
                id));
  }

  private Map<String, Object> facts(Row row) {
    try {
      return json.readValue(row.text("facts"), Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> read(Row row) {
    var all = new LinkedHashMap<String, Object>();
    all.put("id", row.uuid("id").toString());
    all.put("at", row.instant("at").toString());
    all.put("release", row.text("release"));
    put(all, "person", row.textOrNull("person_id"));
    put(all, "subject", row.textOrNull("subject"));
    all.put("wish", row.text("wish"));
    all.put("outcome", row.text("outcome"));
    for (var part : PARTS) {
      put(all, part, parsed(row.textOrNull(part)));
    }
    all.put("micros", row.integer("micros"));
    return all;
  }

  private Explained explained(Sql sql, int tenant, Map<String, Object> decision) {
    return new Explained(
        decision,
        people.named(sql, tenant, named(decision)),
        facts.vocabulary().fields().stream().collect(Collectors.toMap(Field::name, Field::meaning)),
        rows(sql, tenant, decision));
  }

  private static Set<UUID> named(Map<String, Object> decision) {
    var ids = new LinkedHashSet<UUID>();
    if (decision.get("person") instanceof String person) {
      ids.add(UUID.fromString(person));
    }
    for (var effect : objects(decision.get("effects"))) {
      if (effect.get("person") instanceof String person) {
        ids.add(UUID.fromString(person));
      }
    }
    return ids;
  }

  private static Map<String, Map<String, String>> rows(
      Sql sql, int tenant, Map<String, Object> decision) {
    var sources =
        objects(decision.get("rules")).stream()
            .map(it -> String.valueOf(it.get("source")))
            .distinct()
            .toList();
    return sql.one(
            "SELECT files FROM rule_releases WHERE tenant_id = ? AND hash = ?",
            row -> ReleasedRows.find(row.bytes("files"), sources),
            tenant,
            decision.get("release"))
        .orElse(Map.of());
  }

  private static List<Map<?, ?>> objects(@Nullable Object list) {
    var objects = new ArrayList<Map<?, ?>>();
    if (list instanceof List<?> all) {
      for (var it : all) {
        if (it instanceof Map<?, ?> object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  private @Nullable Object parsed(@Nullable String text) {
    try {
      return text == null ? null : json.readValue(text, Argument.OBJECT_ARGUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Map<String, Object> all, String name, @Nullable Object value) {
    if (value != null) {
      all.put(name, value);
    }
  }
}
