package travel.opslayer.decision.rows;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.rows.Replay.Changed;

/**
 * A draft beside the rules in force: it is asked about every message too, and only what it would
 * have decided otherwise is noted. In memory, on this node, until it is ended or the service stops.
 */
@Singleton
public final class Shadow {

  /** Told one by one; the others are counted. */
  private static final int MOST = 200;

  private volatile @Nullable Trial trial;

  /** Starts anew, whatever was tried before. */
  public void begin(Release draft, Instant now) {
    trial = new Trial(draft, now);
  }

  public void end() {
    trial = null;
  }

  /** Empty when nothing is tried. */
  public Optional<Report> report() {
    return Optional.ofNullable(trial).map(Trial::report);
  }

  /**
   * Costs nothing while nothing is tried, and never disturbs the message.
   *
   * @param id of the decision
   */
  public void compare(UUID id, Decision taken) {
    var now = trial;
    if (now != null) {
      now.compare(id, taken);
    }
  }

  /**
   * What a draft would have done so far. A message that is taken again counts again.
   *
   * @param changed the first 200
   * @param different all of them
   * @param failed the draft could not be asked
   */
  public record Report(
      Instant since, int decisions, int different, int failed, List<Changed> changed) {}

  /** One draft since its beginning. */
  private static final class Trial {

    private final Release draft;
    private final Instant since;
    private final List<Changed> changed = new ArrayList<>();
    private int decisions;
    private int different;
    private int failed;

    Trial(Release draft, Instant since) {
      this.draft = draft;
      this.since = since;
    }

    synchronized void compare(UUID id, Decision taken) {
      decisions++;
      try {
        var other = Replay.again(draft, taken.situation().values());
        if (!What.of(other).equals(What.of(taken))) {
          different++;
          if (changed.size() < MOST) {
            changed.add(new Changed(id, taken, other));
          }
        }
      } catch (RuntimeException e) { // whatever a draft runs into, the message goes its way
        failed++;
      }
    }

    synchronized Report report() {
      return new Report(since, decisions, different, failed, List.copyOf(changed));
    }
  }
}
