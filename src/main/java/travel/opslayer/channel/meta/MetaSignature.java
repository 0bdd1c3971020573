package travel.opslayer.channel.meta;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code X-Hub-Signature-256} check over the bytes as they came. */
final class MetaSignature {
  static final String HEADER = "x-hub-signature-256";
  private static final Pattern FORM = Pattern.compile("sha256=([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private final List<SecretKeySpec> keys;

  MetaSignature(List<String> secrets) {
    this.keys =
        secrets.stream()
            .map(it -> new SecretKeySpec(it.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
  }

  boolean matches(String header, byte[] body) {
    var form = FORM.matcher(header);
    if (!form.matches()) {
      return false;
    }
    var told = HexFormat.of().parseHex(form.group(1));
    var matches = false;
    for (var key : keys) { // all of them, so that the time tells nothing
      matches |= MessageDigest.isEqual(told, hmac(key, body));
    }
    return matches;
  }

  private static byte[] hmac(SecretKeySpec key, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", e);
    }
  }
}
