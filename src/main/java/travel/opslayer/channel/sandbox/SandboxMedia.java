package travel.opslayer.channel.sandbox;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.Fetched;
import travel.opslayer.crypto.Vault;

/**
 * What the sandbox's phones have sent, kept as a provider would. Whoever sends no bytes along sends
 * a small file of that kind, another one with each message.
 */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
public final class SandboxMedia {

  private static final String COLUMN = "sandbox_media.sealed";

  /** How such files begin; whatever follows, they are told by it. */
  private static final Map<String, byte[]> BEGINNINGS =
      Map.of(
          "image", bytes("\u00ff\u00d8\u00ff\u00e0"),
          "video", bytes("\0\0\0\u0018ftypmp42"),
          "audio", bytes("OggS"),
          "voice", bytes("OggS"),
          "document", bytes("%PDF-1.7 "));

  private final SandboxRepository rows;
  private final Vault vault;

  SandboxMedia(SandboxRepository rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  /**
   * Takes the bytes out of a message and puts the id in their place.
   *
   * @throws IllegalArgumentException when they are none
   */
  public void keep(Map<String, Object> message) {
    if (!(message.get("media") instanceof Map<?, ?> given)) {
      return;
    }
    var media = new LinkedHashMap<String, Object>();
    given.forEach((name, value) -> media.put(String.valueOf(name), value));
    var kind = String.valueOf(media.get("kind")).toLowerCase(Locale.ROOT);
    var base64 = media.remove("base64");
    var size = media.remove("size") instanceof Number number ? number.longValue() : null;
    if (BEGINNINGS.containsKey(kind) && !Boolean.TRUE.equals(media.remove("lost"))) {
      var id = "sandbox-" + message.get("id");
      keep(id, base64 == null ? made(kind, id) : decoded(base64), size);
      media.put("mediaId", id);
    }
    message.put("media", media);
  }

  private void keep(String id, byte[] bytes, @Nullable Long size) {
    rows.keep(id, vault.seal(Channels.FIRST_TENANT, COLUMN, bytes), size);
  }

  Fetched fetch(String id, long most) {
    var sent = rows.sent(id).orElse(null);
    if (sent == null) {
      return new Fetched.Gone("The sandbox has no such id.");
    }
    var bytes = vault.open(Channels.FIRST_TENANT, COLUMN, sent.sealed());
    var size = sent.size() == null ? bytes.length : sent.size();
    return size > most ? new Fetched.TooBig(size) : new Fetched.Bytes(bytes);
  }

  private static byte[] made(String kind, String id) {
    var start = BEGINNINGS.getOrDefault(kind, new byte[0]);
    var rest = id.getBytes(StandardCharsets.UTF_8);
    var all = new byte[start.length + rest.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(rest, 0, all, start.length, rest.length);
    return all;
  }

  private static byte[] decoded(Object base64) {
    try {
      return Base64.getMimeDecoder().decode(String.valueOf(base64));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The field media.base64 is no Base64. Maybe it was cut off.", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return "SandboxMedia";
  }
}
