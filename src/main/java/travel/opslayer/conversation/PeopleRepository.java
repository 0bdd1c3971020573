package travel.opslayer.conversation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.message.Alias;

/** The tables {@code people} and {@code aliases}. */
@Singleton
final class PeopleRepository {

  /** The column, for the seal. */
  static final String NAME = "people.name";

  private static final String ALIAS = "aliases.value";

  private final Vault vault;

  PeopleRepository(Vault vault) {
    this.vault = vault;
  }

  /** Whoever wrote for the first time; the same again is one person. */
  void add(Sql sql, int tenant, List<Turn> strangers) {
    if (strangers.isEmpty()) {
      return;
    }
    var people = strangers.stream().map(it -> it.contact().person()).toList();
    sql.later(
        """
        INSERT INTO people (tenant_id, id, created_at, name)
        SELECT ?, id, ?, name FROM unnest(?, ?) AS t(id, name) ON CONFLICT DO NOTHING
        """,
        tenant,
        strangers.getFirst().now(),
        Sql.array("uuid", people.stream().map(Person::id).toList()),
        Sql.array("bytea", people.stream().map(it -> sealed(tenant, NAME, it.name())).toList()));
  }

  /**
   * What else the senders can be found by. An alias that is somebody else's stays theirs. Whoever
   * is known and has only one was found by it.
   */
  void learnAliases(Sql sql, int tenant, List<Turn> heard) {
    var aliases = new ArrayList<Alias>();
    var owners = new ArrayList<UUID>();
    for (var turn : heard) {
      var theirs =
          turn.messages().stream().flatMap(it -> it.sender().aliases().stream()).distinct();
      var all = theirs.toList();
      if (!turn.contact().known() || all.size() > 1) {
        aliases.addAll(all);
        all.forEach(ignored -> owners.add(turn.contact().person().id()));
      }
    }
    if (aliases.isEmpty()) {
      return;
    }
    sql.later(
        """
        INSERT INTO aliases (tenant_id, kind, key, value, person_id)
        SELECT ?, * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        Sql.array("text", aliases.stream().map(it -> it.kind().word()).toList()),
        Sql.array("bytea", aliases.stream().map(it -> key(tenant, it)).toList()),
        Sql.array(
            "bytea", aliases.stream().map(it -> vault.seal(tenant, ALIAS, it.value())).toList()),
        Sql.array("uuid", owners));
  }

  /** Kept unless one was known. */
  void learnLanguage(Sql sql, int tenant, Map<UUID, String> languages) {
    if (!languages.isEmpty()) {
      sql.later(
          """
          UPDATE people SET language = t.language FROM unnest(?, ?) AS t(id, language)
          WHERE people.tenant_id = ? AND people.id = ANY(?) AND people.id = t.id
            AND people.language IS NULL
          """,
          Sql.array("uuid", languages.keySet()),
          Sql.array("text", languages.values()),
          tenant,
          Sql.array("uuid", languages.keySet()));
    }
  }

  /** The blind index of an alias. */
  byte[] key(int tenant, Alias alias) {
    return vault.index(tenant, "alias", alias.kind().word() + ' ' + alias.value());
  }

  private byte @Nullable [] sealed(int tenant, String column, @Nullable String text) {
    return text == null ? null : vault.seal(tenant, column, text);
  }
}
