package travel.opslayer;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import travel.opslayer.demo.Demo;
import travel.opslayer.time.ServiceClock;

/** In tests the service's clock stands still until somebody moves it. */
@Factory
@Requires(property = "opslayer.still-clock", value = "true")
final class StillClock {

  @Singleton
  @Primary
  @Replaces(ServiceClock.class)
  ServiceClock clock() {
    return new ServiceClock(() -> Demo.START);
  }
}
