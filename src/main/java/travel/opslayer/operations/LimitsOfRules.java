package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.util.Map;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.media.file.MediaLimits;

/** How much is taken stands among the numbers that staff set. */
@Singleton
final class LimitsOfRules implements MediaLimits {

  private static final long MEGABYTE = 1024 * 1024;

  /** What WhatsApp carries, while there are no rules. */
  private static final Map<String, Long> USUAL =
      Map.of("image", 5 * MEGABYTE, "document", 100 * MEGABYTE);

  private static final long OTHERS = 16 * MEGABYTE;

  private final RuleShelf shelf;

  LimitsOfRules(RuleShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public long most(String kind) {
    var usual = USUAL.getOrDefault(kind, OTHERS);
    return shelf.isFilled() ? shelf.inForce().parameters().bytes(kind, usual) : usual;
  }
}
