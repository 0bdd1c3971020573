package travel.opslayer.conversation;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import travel.opslayer.crypto.Vault;
import travel.opslayer.message.InboundEvent;

/** What somebody wrote, as it is stored: sealed, with all that the provider told. */
@Singleton
public final class SealedMessage {

  private static final String COLUMN = "whatsapp_messages.content in";

  private final Vault vault;
  private final ObjectMapper json;

  SealedMessage(Vault vault, ObjectMapper json) {
    this.vault = vault;
    this.json = json;
  }

  byte[] seal(int tenant, InboundEvent.Message message) {
    var all = new LinkedHashMap<String, Object>();
    all.put("providerId", message.id());
    all.put("text", message.content().words());
    all.put("content", message.content().details());
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
