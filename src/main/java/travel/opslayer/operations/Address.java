package travel.opslayer.operations;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.settings.Settings;

/** Says where the service is to be found, once it listens. */
@Singleton
final class Address implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Address.class);

  private final Settings settings;

  Address(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    var server = event.getSource().getURI();
    if (settings.whatsapp().isSandbox()) {
      LOG.info(
          "Open {}/simulator in a browser: write as a customer, and see who answers and why.",
          server);
    } else {
      LOG.info(
          "Webhooks of {} are taken at {}/api/whatsapp/webhook",
          settings.whatsapp().provider(),
          server);
    }
  }
}
