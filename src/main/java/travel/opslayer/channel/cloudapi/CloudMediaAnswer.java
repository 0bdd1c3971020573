package travel.opslayer.channel.cloudapi;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Where the provider keeps something that was shown.
 *
 * @param size in bytes; 0 when it is not told
 */
public record CloudMediaAnswer(URI url, long size) {

  /** Empty when it names no place. */
  public static Optional<CloudMediaAnswer> of(byte[] body) {
    try {
      var answer = Json.read(body);
      var url = answer.at("url").text();
      var size = answer.at("file_size").number();
      return url == null
          ? Optional.empty()
          : Optional.of(
              new CloudMediaAnswer(URI.create(url), Double.isNaN(size) ? 0 : (long) size));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Never the address: whoever has it and the token sees what was shown. */
  @Override
  public String toString() {
    return "media of %d bytes".formatted(size);
  }
}
