package travel.opslayer.outbox;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import travel.opslayer.channel.Channels;
import travel.opslayer.outbox.StatusRepository.Detour;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Wake;
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
  private final Channels channels;
  private final Wake wake;

  StatusWorker(
      StatusRepository rows, Tenants tenants, InstantSource clock, Channels channels, Wake wake) {
    this.channels = channels;
    this.wake = wake;
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
    return tenants.all().stream().mapToInt(it -> work(it.id())).sum();
  }

  private int work(int tenant) {
    var lines = channels.of(tenant);
    var detour = lines.size() < 2 ? null : new Detour(lines.getFirst().name(), lines.get(1).name());
    var applied = rows.apply(tenant, BATCH, clock.instant(), detour);
    if (applied.rerouted() > 0) {
      wake.ring(Bell.SENDING);
    }
    return applied.found();
  }
}
