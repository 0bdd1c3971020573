package travel.opslayer.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.sandbox.SandboxRepository;
import travel.opslayer.demo.Demo;
import travel.opslayer.settings.Settings;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.time.ServiceClock;

/** What has to be there before the first message: a tenant, the clock, room for what grows. */
@Singleton
@Requires(property = "opslayer.tool", notEquals = "true")
final class Opening implements ApplicationEventListener<StartupEvent> {

  private static final ZoneId SOMEWHERE = ZoneOffset.UTC;

  /** What the database must have. */
  @Singleton
  record Foundations(RoomRepository room, CanaryRepository canary) {}

  private final Settings settings;
  private final Tenants tenants;
  private final Demo demo;
  private final SandboxRepository sandbox;
  private final ServiceClock clock;
  private final Foundations foundations;

  Opening(
      Settings settings,
      Tenants tenants,
      Demo demo,
      SandboxRepository sandbox,
      ServiceClock clock,
      Foundations foundations) {
    this.settings = settings;
    this.tenants = tenants;
    this.demo = demo;
    this.sandbox = sandbox;
    this.clock = clock;
    this.foundations = foundations;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    foundations.canary().check();
    var first = tenants.all().isEmpty();
    if (settings.whatsapp().isSandbox()) {
      wind(first);
    }
    foundations.room().makeAhead(clock.instant());
    if (first && settings.demo()) {
      demo.load();
    } else if (first) {
      tenants.add(new Tenant(Channels.FIRST_TENANT, "main", "Main", SOMEWHERE, "en"));
    }
  }

  /** The demo begins on its first day; a restart goes on where it was. */
  private void wind(boolean first) {
    if (first && settings.demo()) {
      clock.moveTo(Demo.START);
      sandbox.moved(clock.ahead());
    } else {
      sandbox.ahead().ifPresent(it -> clock.moveTo(clock.instant().plus(it)));
    }
  }
}
