package travel.opslayer.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.Objects;

/**
 * The keys of a vault.
 *
 * @param seal several keys, of which one seals and all open
 * @param index one key: values indexed with another are not found
 */
record Keys(KeysetHandle seal, KeysetHandle index, int indexVersion) {

  static {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static Keys fresh() {
    try {
      return new Keys(
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
          KeysetHandle.generateNew(
              PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get()),
          1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-GCM or no HMAC-SHA256", e);
    }
  }

  Keys rotated() {
    try {
      var builder = KeysetHandle.newBuilder(seal);
      builder.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      return new Keys(builder.build(), index, indexVersion);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keys cannot be rotated", e);
    }
  }

  /** The primitives are taken out once: making them costs far more than using them. */
  Vault vault() {
    try {
      var prfs = index.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
      return new Vault(
          seal.getPrimitive(RegistryConfiguration.get(), Aead.class),
          Objects.requireNonNull(prfs.getPrfs().get(prfs.getPrimaryId())),
          indexVersion);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keys are of another kind than ours", e);
    }
  }

  @Override
  public String toString() {
    return "Keys";
  }
}
