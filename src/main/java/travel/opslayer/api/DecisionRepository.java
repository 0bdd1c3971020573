package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads decisions. */
@Singleton
final class DecisionRepository {

  private static final Argument<Map<String, Object>> OBJECT =
      Argument.mapOf(String.class, Object.class);
  private static final Argument<List<Map<String, Object>>> OBJECTS = Argument.listOf(OBJECT);

  private final PageRepository lists;
  private final ObjectMapper json;
  private final Listing<Kept> decisions;

  DecisionRepository(PageRepository lists, ObjectMapper json) {
    this.lists = lists;
    this.json = json;
    decisions =
        new Listing<>(
            "decisions",
            """
            SELECT id, at, release, person_id, subject, wish, outcome, facts, rules, permits,
                   refusals, requirements, transition, effects, micros
            FROM decisions WHERE tenant_id = ?
            """,
            Key.ID,
            this::decision);
  }

  /**
   * What the rules decided, and on which facts. Same facts and release, same decision.
   *
   * @param state permitted, refused, or nothing when nothing was asked for
   * @param object code of the object
   * @param release hash of the rules that were asked
   * @param wish what was asked for
   * @param person id of who asked; null for a timer
   * @param facts what was known
   * @param rules that fired, each with its file, sheet and row
   * @param permits what may be done, and which rule says so
   * @param refusals what may not, which rule says so, and the text that tells why
   * @param requirements what must be met first
   * @param transition the state that the object went to
   * @param effects what followed
   * @param micros how long the rules took
   */
  @Serdeable
  @Schema(name = "Decision")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Kept(
      UUID id,
      String state,
      OffsetDateTime at,
      @Nullable String object,
      String release,
      String wish,
      @Nullable UUID person,
      Map<String, Object> facts,
      List<Map<String, Object>> rules,
      List<Map<String, Object>> permits,
      List<Map<String, Object>> refusals,
      List<Map<String, Object>> requirements,
      @Nullable Map<String, Object> transition,
      List<Map<String, Object>> effects,
      int micros) {}

  Page<Kept> page(@Nullable String object, @Nullable String limit, @Nullable String cursor) {
    return lists.page(decisions.about(object), limit, cursor);
  }

  Kept one(String id) {
    return lists.one(decisions, id);
  }

  private Kept decision(Row row) {
    var transition = row.textOrNull("transition");
    return new Kept(
        row.uuid("id"),
        row.text("outcome"),
        lists.time(row, "at"),
        row.textOrNull("subject"),
        row.text("release"),
        row.text("wish"),
        row.uuidOrNull("person_id"),
        read(row.text("facts"), OBJECT),
        read(row.text("rules"), OBJECTS),
        read(row.text("permits"), OBJECTS),
        read(row.text("refusals"), OBJECTS),
        read(row.text("requirements"), OBJECTS),
        transition == null ? null : read(transition, OBJECT),
        read(row.text("effects"), OBJECTS),
        row.integer("micros"));
  }

  private <T> T read(String text, Argument<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
