package travel.opslayer.outbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Wake;

/**
 * What we owe to people, and where each message stands: {@code pending -> sending -> accepted |
 * rejected | unknown}. Messages to one person leave in order, one after the other.
 */
@Singleton
public final class Outbox {

  private final OutboxRepository rows;
  private final Wake wake;

  Outbox(OutboxRepository rows, Wake wake) {
    this.rows = rows;
    this.wake = wake;
  }

  /** Part of the transaction of the turns. The same message again is one message. */
  public void put(Sql sql, int tenant, List<Draft> drafts, Instant now) {
    if (!drafts.isEmpty()) {
      rows.put(sql, tenant, drafts, now);
    }
  }

  /**
   * Takes back what has not left. Part of the running transaction.
   *
   * @return those that will not leave now; the others are on their way, or gone
   */
  public Set<UUID> recall(Sql sql, int tenant, Collection<UUID> messages, Instant now) {
    return messages.isEmpty() ? Set.of() : Set.copyOf(rows.recall(sql, tenant, messages, now));
  }

  /** Whoever was sending has ended, as everybody knows: what became of it nobody knows. */
  public int forgetCalls(int tenant, Instant now) {
    return rows.loseAll(tenant, now);
  }

  /** How many are neither settled nor given up. */
  public long open(int tenant) {
    return rows.open(tenant);
  }

  /**
   * A person has decided that a message of unknown or rejected outcome is sent once more.
   *
   * @return false when it stands otherwise
   */
  public boolean retry(int tenant, UUID id, Instant now) {
    var retried = rows.retry(tenant, id, now);
    wake.ring(Bell.SENDING);
    return retried;
  }
}
