package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Person;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** Reads who is who. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class PeopleRepository {

  /** More than anybody looks for in a picker. */
  private static final int MOST = 300;

  private static final String PEOPLE =
      """
      SELECT p.id, p.code, p.name, p.language,
        (SELECT string_agg(r.role, ',') FROM person_roles r
         WHERE r.tenant_id = p.tenant_id AND r.person_id = p.id) AS roles,
        (SELECT a.value FROM aliases a
         WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id AND a.kind = 'phone'
         LIMIT 1) AS phone
      FROM people p
      WHERE p.tenant_id = ?
      """;

  private final Database database;
  private final Vault vault;

  PeopleRepository(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Whoever has a phone; those with a code first, then the newest. */
  List<Somebody> all(int tenant) {
    return database
        .read(
            tenant,
            sql ->
                sql.list(
                    PEOPLE + "ORDER BY p.code NULLS LAST, p.created_at DESC LIMIT ?",
                    row -> somebody(tenant, row),
                    tenant,
                    MOST))
        .stream()
        .filter(it -> it.phone() != null)
        .toList();
  }

  List<Somebody> named(Sql sql, int tenant, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.list(
            PEOPLE + "AND p.id = ANY(?)",
            row -> somebody(tenant, row),
            tenant,
            Sql.array("uuid", ids));
  }

  private Somebody somebody(int tenant, Row row) {
    var phone = open(tenant, "aliases.value", row.bytesOrNull("phone"));
    var person =
        new Person(
            row.uuid("id"),
            row.textOrNull("code"),
            open(tenant, "people.name", row.bytesOrNull("name")),
            row.textOrNull("language"),
            null,
            roles(row.textOrNull("roles")),
            List.of());
    return new Somebody(
        person.id().toString(),
        person.name(),
        phone == null ? null : '+' + phone,
        String.join(", ", person.inTurn()),
        person.language());
  }

  private @Nullable String open(int tenant, String column, byte @Nullable [] sealed) {
    return sealed == null ? null : vault.openText(tenant, column, sealed);
  }

  private static Set<String> roles(@Nullable String joined) {
    return joined == null ? Set.of() : Set.of(joined.split(","));
  }
}
