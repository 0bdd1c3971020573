package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.broadcast.Recall;
import travel.opslayer.database.Sql;
import travel.opslayer.outbox.Outbox;

/** What is said to many is taken back from the outbox, where it has not left. */
@Singleton
final class OutboxRecall implements Recall {

  private final Outbox outbox;

  OutboxRecall(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Set<UUID> recall(Sql sql, int tenant, Collection<UUID> messages, Instant now) {
    return outbox.recall(sql, tenant, messages, now);
  }
}
