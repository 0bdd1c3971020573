package travel.opslayer.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules that came into force.
 *
 * @param hash of the release
 * @param kind folder: somebody saved; rollback: somebody went back to an earlier release
 * @param actor who did it; folder when it is only known that the folder changed
 * @param why in their words; null when they did not say
 * @param heldBack fingerprint of the folder that is not taken since, until it changes; null for
 *     none
 */
public record RuleChange(
    Instant at,
    String hash,
    String kind,
    String actor,
    @Nullable String why,
    @Nullable String heldBack) {

  public static final String FOLDER = "folder";
  public static final String ROLLBACK = "rollback";
}
