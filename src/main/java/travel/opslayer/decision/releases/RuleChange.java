package travel.opslayer.decision.releases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules that came into force.
 *
 * @param hash of the release
 * @param node that took them first; the others follow
 * @param kind folder: somebody saved; rollback: somebody went back to an earlier release
 * @param actor who did it; folder when it is only known that the folder changed
 * @param why in their words; null when they did not say
 * @param heldBack fingerprint of the folder that is not taken since, until it changes; null for
 *     none
 * @param tried over so many of the newest decisions; how many they would have taken otherwise
 */
public record RuleChange(
    Instant at,
    String node,
    String hash,
    String kind,
    String actor,
    @Nullable String why,
    @Nullable String heldBack,
    Tried tried) {

  /**
   * What other rules would have decided.
   *
   * @param decisions so many were looked at
   * @param different so many of them would be different
   */
  public record Tried(int decisions, int different) {

    public static final Tried NOTHING = new Tried(0, 0);
  }

  public static final String FOLDER = "folder";
  public static final String ROLLBACK = "rollback";
}
