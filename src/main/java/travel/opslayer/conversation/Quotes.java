package travel.opslayer.conversation;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;

/** Which message of ours a turn quotes, and what that one was about. */
@Singleton
public final class Quotes {

  private final QuoteRepository rows;
  private final Vault vault;

  Quotes(QuoteRepository rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  /**
   * @param subject code of the object; empty when it was about none
   * @param decision that it came of
   */
  public record Quoted(UUID message, String subject, UUID decision) {}

  /** By turn. Only messages to the same person count: nobody quotes another's. */
  public Map<UUID, Quoted> of(Sql sql, int tenant, List<Turn> turns) {
    var asked = turns.stream().filter(it -> it.quoted().isPresent()).toList();
    if (asked.isEmpty()) {
      return Map.of();
    }
    var keys = asked.stream().map(it -> key(tenant, it)).toList();
    var found = new HashMap<UUID, Quoted>();
    rows.find(sql, tenant, asked, keys).forEach(it -> found.put(it.turn(), it.quoted()));
    return found;
  }

  private byte[] key(int tenant, Turn turn) {
    return vault.index(tenant, "provider", turn.quoted().orElseThrow());
  }
}
