package travel.opslayer.evidence;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;

/** How people are called in a pack: colleagues by their code, customers by their first name. */
@Singleton
final class WhomRepository {

  private final Vault vault;

  WhomRepository(Vault vault) {
    this.vault = vault;
  }

  @Nullable String name(Scope scope, @Nullable UUID person) {
    return person == null
        ? null
        : scope
            .sql()
            .one(
                "SELECT code, name FROM people WHERE tenant_id = ? AND id = ?",
                row -> called(scope, row.textOrNull("code"), row.bytesOrNull("name")),
                scope.tenant(),
                person)
            .orElse("somebody");
  }

  /** An actor of the timeline: the id of a person, or a word such as timer. */
  @Nullable String actor(Scope scope, String actor) {
    try {
      return name(scope, UUID.fromString(actor));
    } catch (IllegalArgumentException e) {
      return actor;
    }
  }

  /** A name may be a number too. */
  private String called(Scope scope, @Nullable String code, byte @Nullable [] sealed) {
    if (code != null || sealed == null) {
      return code == null ? "somebody" : code;
    }
    var first = vault.openText(scope.tenant(), "people.name", sealed).strip().split("\\s+")[0];
    return scope.mask().apply(first);
  }
}
