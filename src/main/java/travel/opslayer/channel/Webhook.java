package travel.opslayer.channel;

import java.util.Map;
import java.util.Optional;

/** A webhook call as it arrived, byte for byte; header names are lower case. */
public final class Webhook {

  private final Map<String, String> headers;
  private final byte[] body;

  /** The bytes are not copied: whoever makes a webhook gives them away. */
  public Webhook(Map<String, String> headers, byte[] body) {
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public byte[] body() {
    return body;
  }
}
