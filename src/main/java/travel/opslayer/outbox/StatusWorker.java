package travel.opslayer.outbox;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Worker;

/**
 * Applies the provider's reports, many in one statement. A report that comes before we know the
 * provider's id of the message waits; one for a message of somebody else's does so for a day.
 */
@Singleton
public final class StatusWorker implements Worker {

  private static final int BATCH = 1000;

  private final StatusRepository rows;
  private final Tenants tenants;
  private final InstantSource clock;

  StatusWorker(StatusRepository rows, Tenants tenants, InstantSource clock) {
    this.rows = rows;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "statuses";
  }

  @Override
  public int runOnce() {
    return tenants.all().stream().mapToInt(it -> rows.apply(it.id(), BATCH, clock.instant())).sum();
  }
}
