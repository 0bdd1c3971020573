package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.facts.OfficeHours;
import travel.opslayer.tenant.Tenants;

/** Knows what time it is at the office, and whether the rules are well. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class OfficeWall {

  private static final int TIMERS = 3;

  private final Tenants tenants;
  private final InstantSource clock;
  private final RuleShelf shelf;
  private final WaitingTimersRepository timers;

  OfficeWall(
      Tenants tenants, InstantSource clock, RuleShelf shelf, WaitingTimersRepository timers) {
    this.tenants = tenants;
    this.clock = clock;
    this.shelf = shelf;
    this.timers = timers;
  }

  Office look() {
    var tenant = tenants.get(Channels.FIRST_TENANT);
    var now = clock.instant();
    var ready = shelf.isFilled();
    var hours = ready ? hours(tenant.zone()) : OfficeHours.always(tenant.zone());
    return new Office(
        tenant.name(),
        tenant.zone().getId(),
        local(now, tenant.zone()),
        hours.isOpen(now),
        local(hours.opensAfter(now), tenant.zone()),
        ready,
        ready ? shelf.inForce().hash() : null,
        shelf.planned().map(it -> it.release().hash()).orElse(null),
        shelf.problems().stream().map(Problem::toString).toList(),
        timers.next(tenant.id(), TIMERS).stream()
            .map(it -> new Office.Due(it.name(), it.subject(), local(it.at(), tenant.zone())))
            .toList());
  }

  private OfficeHours hours(ZoneId zone) {
    return shelf.inForce().parameters().office(zone);
  }

  private static String local(Instant at, ZoneId zone) {
    return at.atZone(zone).toOffsetDateTime().toString();
  }
}
