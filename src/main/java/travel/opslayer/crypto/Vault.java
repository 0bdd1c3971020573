package travel.opslayer.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Closes and opens what may be read only by the service itself. A sealed value belongs to its
 * tenant and its column: carried anywhere else it does not open.
 */
public final class Vault {

  private static final int INDEX_BYTES = 16;
  private static final int CANARY_TENANT = 0;
  private static final String CANARY = "vault.canary";

  private final Aead seal;
  private final Prf index;
  private final int indexVersion;

  Vault(Aead seal, Prf index, int indexVersion) {
    this.seal = seal;
    this.index = index;
    this.indexVersion = indexVersion;
  }

  public byte[] seal(int tenant, String column, byte[] value) {
    try {
      return seal.encrypt(value, place(tenant, column));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The vault does not seal", e);
    }
  }

  public byte[] seal(int tenant, String column, String value) {
    return seal(tenant, column, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Throws {@link SealBroken} when the value is of another place, another key, or changed. */
  public byte[] open(int tenant, String column, byte[] sealed) {
    try {
      return seal.decrypt(sealed, place(tenant, column));
    } catch (GeneralSecurityException e) {
      throw new SealBroken(tenant, column);
    }
  }

  public String openText(int tenant, String column, byte[] sealed) {
    return new String(open(tenant, column, sealed), StandardCharsets.UTF_8);
  }

  /**
   * The same 16 bytes for the same value of the same tenant, from which nobody without the key gets
   * the value: for finding a sealed value again.
   *
   * @param kind of value, so that equal values of two kinds do not look equal
   */
  public byte[] index(int tenant, String kind, String value) {
    try {
      return index.compute(bytes(tenant + "|" + kind + "|" + value), INDEX_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The vault does not index", e);
    }
  }

  /** Of the key that {@link #index} uses; indexes made with another one must be made again. */
  public int indexVersion() {
    return indexVersion;
  }

  /**
   * Something to keep in the database, by which a later service knows that it has the right keys.
   */
  public byte[] canary() {
    return seal(CANARY_TENANT, CANARY, CANARY);
  }

  /** Whether these are the keys that sealed what is in the database of the canary. */
  public boolean knows(byte[] canary) {
    try {
      return openText(CANARY_TENANT, CANARY, canary).equals(CANARY);
    } catch (SealBroken e) {
      return false;
    }
  }

  private static byte[] place(int tenant, String column) {
    return bytes(tenant + "|" + column);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Vault";
  }
}
