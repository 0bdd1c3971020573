package travel.opslayer;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import travel.opslayer.channel.ProviderCall;
import travel.opslayer.channel.meta.MetaChannel;
import travel.opslayer.channel.meta.MetaSettings;
import travel.opslayer.settings.Settings;

/** Meta's channel with less patience than the ten seconds it has in the service. */
@Factory
@Requires(property = "opslayer.patience")
final class Impatience {

  @Singleton
  @Replaces(MetaChannel.class)
  MetaChannel channel(
      Settings settings, HttpClient http, @Value("${opslayer.patience}") Duration patience) {
    var whatsapp = settings.whatsapp();
    return new MetaChannel(
        new MetaSettings(
            whatsapp.phoneNumberId().orElseThrow(),
            whatsapp.accessToken().orElseThrow(),
            whatsapp.webhookSecrets(),
            whatsapp.verifyToken().orElseThrow(),
            whatsapp.apiUrl().orElseThrow()),
        new ProviderCall(http, patience));
  }
}
