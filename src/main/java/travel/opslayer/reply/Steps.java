package travel.opslayer.reply;

import java.util.List;

/**
 * Parts of a price by the days before something, as a value of a template: {@code 60+: 80 %, 30–59:
 * 50 %, 0–29: 0 %}.
 *
 * @param steps the farthest first
 */
public record Steps(List<Step> steps) {

  /**
   * Days and what counts for them.
   *
   * @param to {@link Long#MAX_VALUE} for no end
   * @param share in basis points; below 0 for nothing
   */
  public record Step(long from, long to, int share) {}

  public Steps {
    steps = List.copyOf(steps);
  }
}
