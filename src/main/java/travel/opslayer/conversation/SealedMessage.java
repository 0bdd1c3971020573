package travel.opslayer.conversation;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import travel.opslayer.crypto.Vault;
import travel.opslayer.message.InboundEvent;

/** What somebody wrote, as it is stored: sealed, with all that the provider told. */
@Singleton
public final class SealedMessage {

  private static final String COLUMN = "whatsapp_messages.content in";

  /** What colleagues type and nobody shall read again. */
  private static final Pattern PIN =
      Pattern.compile(
          "(?<!\\p{L})(pin)(?!\\p{L})\\D{0,6}\\p{Nd}[\\p{Nd}\\s-]{2,14}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Vault vault;
  private final ObjectMapper json;

  SealedMessage(Vault vault, ObjectMapper json) {
    this.vault = vault;
    this.json = json;
  }

  byte[] seal(int tenant, InboundEvent.Message message, Person by) {
    var all = new LinkedHashMap<String, Object>();
    var words = message.content().words();
    var secret = (by.isStaff() || by.locked()) && PIN.matcher(words).find();
    all.put("providerId", message.id());
    all.put("text", secret ? PIN.matcher(words).replaceAll("$1 •••• ").strip() : words);
    all.put("content", secret ? Map.of() : message.content().details());
    if (message.replyTo() != null) {
      all.put("replyTo", message.replyTo());
    }
    try {
      return vault.seal(tenant, COLUMN, json.writeValueAsBytes(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** providerId, text, content and replyTo, as far as there were any. */
  public Map<String, Object> open(int tenant, byte[] sealed) {
    try {
      return json.readValue(
          vault.open(tenant, COLUMN, sealed), Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
