package travel.opslayer.payment.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in hexadecimal digits, with one secret, or two while one replaces the other. */
public final class Signatures {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private final List<SecretKeySpec> keys;

  public Signatures(List<String> secrets) {
    this.keys =
        secrets.stream()
            .map(it -> new SecretKeySpec(it.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
  }

  /** Is any of these the signature of the parts, one after the other, with any secret? */
  public boolean matches(List<String> told, byte[]... parts) {
    var matches = false;
    for (var key : keys) { // all of them, so that the time tells nothing
      var right = hmac(key, parts);
      for (var one : told) {
        matches |=
            FORM.matcher(one).matches()
                && MessageDigest.isEqual(HexFormat.of().parseHex(one), right);
      }
    }
    return matches;
  }

  private static byte[] hmac(SecretKeySpec key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", e);
    }
  }

  @Override
  public String toString() {
    return "signatures";
  }
}
