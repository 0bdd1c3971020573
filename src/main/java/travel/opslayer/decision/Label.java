package travel.opslayer.decision;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What its authors say about a rule folder, in {@code release.csv}.
 *
 * @param from when it shall come into force, by the clock of the office; null: at once
 * @param who changed it; null when they did not say
 * @param why in their words; null when they did not say
 */
public record Label(@Nullable LocalDateTime from, @Nullable String who, @Nullable String why) {

  public static final Label NONE = new Label(null, null, null);
}
