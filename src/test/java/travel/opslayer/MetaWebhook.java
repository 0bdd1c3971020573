package travel.opslayer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bodies as Meta posts them. */
public final class MetaWebhook {

  private MetaWebhook() {}

  public static String signature(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One text message. */
  public static String text(String from, String id, Instant at, String text) {
    return body(List.of(entry(List.of(change(from, "A Guest", message(from, id, at, text))))));
  }

  /** A tap on one of our buttons. */
  public static String tap(String from, String id, Instant at, String button) {
    var message =
        """
        {"from":"%s","id":"%s","timestamp":"%d","type":"interactive","interactive":\
        {"type":"button_reply","button_reply":{"id":"%s","title":"A button"}}}\
        """
            .formatted(from, id, at.getEpochSecond(), button);
    return body(List.of(entry(List.of(change(from, "A Guest", message)))));
  }

  public static String body(List<String> entries) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[%s]}"
        .formatted(String.join(",", entries));
  }

  public static String entry(List<String> changes) {
    return "{\"id\":\"550044\",\"changes\":[%s]}".formatted(String.join(",", changes));
  }

  /** Several messages of one person. */
  public static String change(String from, String name, String... messages) {
    return change(
        """
        "contacts":[{"profile":{"name":%s},"wa_id":"%s"}],"messages":[%s]\
        """
            .formatted(quoted(name), from, String.join(",", messages)));
  }

  private static String change(String rest) {
    return """
    {"field":"messages","value":{"messaging_product":"whatsapp","metadata":\
    {"display_phone_number":"9779805550100","phone_number_id":"%s"},%s}}\
    """
        .formatted(House.NUMBER_ID, rest);
  }

  public static String message(String from, String id, Instant at, String text) {
    return """
    {"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":%s}}\
    """
        .formatted(from, id, at.getEpochSecond(), quoted(text));
  }

  /** A report of one word for each of these provider's ids. */
  public static String statuses(String word, Instant at, List<String> ids) {
    var all = ids.stream().map(it -> status(word, at, it, null)).collect(Collectors.joining(","));
    return body(List.of(entry(List.of(change("\"statuses\":[" + all + "]")))));
  }

  /** A report that carries our own id back. */
  public static String statusOfOurs(String word, Instant at, String id, String ours) {
    return body(
        List.of(entry(List.of(change("\"statuses\":[" + status(word, at, id, ours) + "]")))));
  }

  private static String status(
      String word, Instant at, String id, @org.jspecify.annotations.Nullable String ours) {
    var data = ours == null ? "" : ",\"biz_opaque_callback_data\":\"%s\"".formatted(ours);
    var errors =
        word.equals("failed") ? ",\"errors\":[{\"code\":131026,\"title\":\"Undeliverable\"}]" : "";
    return """
    {"id":"%s","status":"%s","timestamp":"%d","recipient_id":"34600000101"%s%s}\
    """
        .formatted(id, word, at.getEpochSecond(), data, errors);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
