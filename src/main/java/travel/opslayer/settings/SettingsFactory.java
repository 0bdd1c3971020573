package travel.opslayer.settings;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Reads the settings as the container sees them, {@code application.yml} included. */
@Factory
final class SettingsFactory {

  @Singleton
  Settings settings(Environment environment) {
    return Settings.of(name -> environment.getProperty(name, String.class).orElse(null));
  }
}
