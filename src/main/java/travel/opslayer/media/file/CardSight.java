package travel.opslayer.media.file;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Knows a card by its shape, 85.60 by 53.98 mm, which no camera takes: somebody has cut the picture
 * to a card, or scanned one. It reads nothing.
 */
@Singleton
@Secondary
final class CardSight implements Sight {

  private static final double CARD = 85.60 / 53.98;
  private static final double NEAR = 0.008;
  private static final int SMALLEST = 200;

  @Override
  public Optional<String> looks(byte[] bytes, String mime) {
    return mime.startsWith("image/") && isCard(bytes)
        ? Optional.of("id_document")
        : Optional.empty();
  }

  /** Only the size is read, never the picture. */
  private static boolean isCard(byte[] bytes) {
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return false;
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return isCard(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // a foreign file may be broken in any way
      return false;
    }
  }

  private static boolean isCard(int width, int height) {
    var longer = Math.max(width, height);
    var shorter = Math.min(width, height);
    return shorter >= SMALLEST && Math.abs((double) longer / shorter - CARD) < NEAR;
  }
}
