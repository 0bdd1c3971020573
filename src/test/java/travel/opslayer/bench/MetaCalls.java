package travel.opslayer.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Webhook calls as Meta makes them, signed. */
final class MetaCalls {

  static final String NUMBER_ID = "106540352242922";
  static final String SECRET = "secret-of-the-benchmark";

  private static final String AROUND =
      """
      {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{\
      "field":"messages","value":{"messaging_product":"whatsapp","metadata":{\
      "display_phone_number":"15550783881","phone_number_id":"%s"},%s}}]}]}\
      """;

  /** A body with its signature. */
  record Call(byte[] body, String signature) {

    static Call of(String json) {
      var body = json.getBytes(StandardCharsets.UTF_8);
      return new Call(body, "sha256=" + HexFormat.of().formatHex(hmac(body)));
    }

    @Override
    public String toString() {
      return "call of " + body.length + " bytes";
    }
  }

  private MetaCalls() {}

  static Call text(String id, String from, String words, long seconds) {
    return Call.of(
        AROUND.formatted(
            NUMBER_ID,
            """
            "contacts":[{"profile":{"name":"Traveller"},"wa_id":"%s"}],"messages":[{"from":"%s",\
            "id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}]\
            """
                .formatted(from, from, id, seconds, words)));
  }

  static Call status(String id, String to, String word, @Nullable String ours, long seconds) {
    var back = ours == null ? "" : ",\"biz_opaque_callback_data\":\"" + ours + '"';
    return Call.of(
        AROUND.formatted(
            NUMBER_ID,
            """
            "statuses":[{"id":"%s","status":"%s","timestamp":"%d","recipient_id":"%s"%s}]\
            """
                .formatted(id, word, seconds, to, back)));
  }

  private static byte[] hmac(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", e);
    }
  }
}
