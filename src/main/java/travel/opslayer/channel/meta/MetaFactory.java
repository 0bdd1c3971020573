package travel.opslayer.channel.meta;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import travel.opslayer.settings.Settings;

/** Meta's channel, when the environment describes one. */
@Factory
@Requires(property = "whatsapp.provider", value = "meta")
final class MetaFactory {

  /** A stand-in for tests wants none; Meta's own address is refused without one before. */
  private static final String NO_TOKEN = "none";

  @Bean(preDestroy = "close")
  @Singleton
  HttpClient http() {
    return MetaChannel.client();
  }

  @Singleton
  MetaChannel channel(Settings settings, HttpClient http) {
    var whatsapp = settings.whatsapp();
    return new MetaChannel(
        new MetaSettings(
            whatsapp.phoneNumberId().orElse(""),
            whatsapp.accessToken().orElse(NO_TOKEN),
            whatsapp.webhookSecrets(),
            whatsapp.verifyToken().orElse(""),
            whatsapp.apiUrl().orElse("")),
        http);
  }
}
