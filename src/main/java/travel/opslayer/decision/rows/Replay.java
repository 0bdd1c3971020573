package travel.opslayer.decision.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Release;
import travel.opslayer.facts.WishFact;

/** What another release would have decided on the situations of the past. Nothing is done. */
public final class Replay {

  private final Release candidate;
  private final Function<String, Optional<Release>> releases;
  private final List<Changed> changed = new ArrayList<>();
  private final int mostChanged;
  private int decisions;
  private int lost;
  private int others;

  /**
   * @param releases by hash, those that decided then
   * @param mostChanged so many are told one by one; the others are counted
   */
  public Replay(Release candidate, Function<String, Optional<Release>> releases, int mostChanged) {
    this.candidate = candidate;
    this.releases = releases;
    this.mostChanged = mostChanged;
  }

  /**
   * A decision that was taken.
   *
   * @param facts what was known, the wish included
   */
  public record Taken(UUID id, String release, Map<String, Object> facts) {}

  /** The same situation, decided by the release of then and by the other one. */
  public record Changed(UUID id, Decision before, Decision after) {}

  public void add(Taken taken) {
    decisions++;
    var then = releases.apply(taken.release());
    if (then.isEmpty()) {
      lost++;
      return;
    }
    var before = again(then.get(), taken.facts());
    var after = again(candidate, taken.facts());
    if (What.of(before).equals(What.of(after))) {
      return;
    }
    if (changed.size() < mostChanged) {
      changed.add(new Changed(taken.id(), before, after));
    } else {
      others++;
    }
  }

  /** Rules found the wish, so it is found anew: other rules may find another. */
  public static Decision again(Release release, Map<String, Object> kept) {
    var facts = new LinkedHashMap<>(kept);
    facts.remove(WishFact.FIELD);
    return release.decide(release.vocabulary().read(facts));
  }

  /** Whether people would notice which of two releases decides. */
  public static boolean differs(Release one, Release other, Map<String, Object> facts) {
    return !What.of(again(one, facts)).equals(What.of(again(other, facts)));
  }

  public int decisions() {
    return decisions;
  }

  public List<Changed> changed() {
    return List.copyOf(changed);
  }

  /** Changed too, and not told one by one. */
  public int others() {
    return others;
  }

  /** Those whose own release can no longer be asked. */
  public int lost() {
    return lost;
  }
}
