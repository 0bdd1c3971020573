package travel.opslayer.consent;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import travel.opslayer.database.Sql;

/** The table {@code whatsapp_opt_ins}: one row for each change of mind. */
@Singleton
final class ConsentRepository {

  /** The newest word of a person in one category. */
  record Word(UUID person, String category, String state) {}

  List<Word> newest(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            """
            SELECT DISTINCT ON (person_id, category) person_id, category, state
            FROM whatsapp_opt_ins WHERE tenant_id = ? AND person_id = ANY(?)
            ORDER BY person_id, category, at DESC, id DESC
            """,
            row -> new Word(row.uuid("person_id"), row.text("category"), row.text("state")),
            tenant,
            Sql.array("uuid", people));
  }

  void add(
      Sql sql,
      int tenant,
      UUID id,
      UUID person,
      String category,
      String state,
      Instant at,
      UUID message) {
    sql.update(
        """
        INSERT INTO whatsapp_opt_ins
          (tenant_id, id, person_id, category, state, at, message_id)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        id,
        person,
        category,
        state,
        at,
        message);
  }
}
