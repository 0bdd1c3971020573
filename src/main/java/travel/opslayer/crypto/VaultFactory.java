package travel.opslayer.crypto;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import travel.opslayer.settings.Settings;

/** One vault for the whole service. */
@Factory
final class VaultFactory {

  /** In the context's own scope: a key file that cannot be used stops the start. */
  @Context
  Vault vault(Settings settings) {
    var file = new KeyFile(settings.keys());
    // A database of our own is not there without keys; of another one only the canary in it knows.
    file.prepare(false);
    return file.open();
  }
}
