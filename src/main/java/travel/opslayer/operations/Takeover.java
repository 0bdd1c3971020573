package travel.opslayer.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.outbox.Outbox;
import travel.opslayer.settings.Settings;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.timer.Timers;

/**
 * Takes over what a killed process left behind, at once. Only on the embedded database: its folder
 * is locked, so whoever held a lease in it has ended. Elsewhere another node may be at work, and
 * leases have to run out.
 */
@Singleton
@Order(50) // after the opening, before the loops
@Requires(property = "opslayer.tool", notEquals = "true")
final class Takeover implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

  private final Settings settings;
  private final Tenants tenants;
  private final Predecessor predecessor;
  private final InstantSource clock;

  /** Where its work lies. */
  @Singleton
  record Predecessor(Inbox inbox, Outbox outbox, Timers timers) {}

  Takeover(Settings settings, Tenants tenants, Predecessor predecessor, InstantSource clock) {
    this.settings = settings;
    this.tenants = tenants;
    this.predecessor = predecessor;
    this.clock = clock;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (!settings.localDatabase()) {
      return;
    }
    predecessor.timers().forgetPicks();
    for (var tenant : tenants.all().stream().map(Tenant::id).toList()) {
      predecessor.inbox().forgetLeases(tenant);
      var lost = predecessor.outbox().forgetCalls(tenant, clock.instant());
      if (lost > 0) {
        LOG.warn("{} messages were being sent when the service ended and are held", lost);
      }
    }
  }
}
