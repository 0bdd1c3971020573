package travel.opslayer.channel.sms;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import travel.opslayer.channel.ProviderCall;
import travel.opslayer.settings.Settings;

/** The way by SMS, when an address for it is set. */
@Factory
@Requires(property = "opslayer.sms-url", pattern = ".+")
final class SmsFactory {

  @Singleton
  SmsChannel channel(Settings settings) {
    return new SmsChannel(
        settings.smsUrl().orElseThrow(),
        settings.smsToken().orElse(""),
        new ProviderCall(ProviderCall.client()));
  }
}
