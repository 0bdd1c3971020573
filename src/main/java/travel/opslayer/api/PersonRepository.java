package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads people. */
@Singleton
final class PersonRepository {

  private final PageRepository lists;
  private final Listing<Somebody> people;

  PersonRepository(PageRepository lists) {
    this.lists = lists;
    people =
        new Listing<>(
            "people",
            """
            SELECT p.id, p.code, p.name, p.language, p.created_at AS at,
              ARRAY(SELECT r.role FROM person_roles r
                WHERE r.tenant_id = p.tenant_id AND r.person_id = p.id ORDER BY r.role) AS roles,
              ARRAY(SELECT l.language FROM person_languages l
                WHERE l.tenant_id = p.tenant_id AND l.person_id = p.id
                ORDER BY l.language) AS languages
            FROM people p WHERE p.tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::person);
  }

  /**
   * Somebody we talk with.
   *
   * @param code a word that colleagues use, such as SARITA; null for customers
   * @param name as we call them, or as they call themselves; null when nobody knows
   * @param roles sales, operations, field or manager; a customer has none
   * @param language ISO 639-1; null until they have written enough to tell
   * @param languages that a colleague speaks
   * @param createdAt when we first heard of them
   */
  @Serdeable
  @Schema(name = "Person")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Somebody(
      UUID id,
      @Nullable String code,
      @Nullable String name,
      List<String> roles,
      @Nullable String language,
      List<String> languages,
      OffsetDateTime createdAt) {

    @Override
    public String toString() {
      return "person " + id;
    }
  }

  Page<Somebody> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(people, limit, cursor);
  }

  Somebody one(String id) {
    return lists.one(people, id);
  }

  private Somebody person(Row row) {
    return new Somebody(
        row.uuid("id"),
        row.textOrNull("code"),
        lists.open("people.name", row.bytesOrNull("name")),
        row.texts("roles"),
        row.textOrNull("language"),
        row.texts("languages"),
        lists.time(row, "at"));
  }
}
