package travel.opslayer.decision;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;

/**
 * Brings an earlier release back into force. The folder is left as it is, and is taken again as
 * soon as somebody saves another change.
 */
public final class Rollback {

  private final ReleaseRepository releases;
  private final RuleChangeRepository changes;
  private final ReleaseMaker maker;
  private final Supplier<Terms> terms;
  private final RuleFolder folder;
  private final InstantSource clock;

  public Rollback(
      ReleaseRepository releases,
      RuleChangeRepository changes,
      ReleaseMaker maker,
      Supplier<Terms> terms,
      RuleFolder folder,
      InstantSource clock) {
    this.releases = releases;
    this.changes = changes;
    this.maker = maker;
    this.terms = terms;
    this.folder = folder;
    this.clock = clock;
  }

  /** What became of the wish. */
  public sealed interface Outcome {

    /** It is in force. */
    record Done(Release release) implements Outcome {}

    /** No release of this hash was ever kept here. */
    record Unknown() implements Outcome {}

    /** It names words that have gone since, such as a text. */
    record Outdated(List<Problem> problems) implements Outcome {}
  }

  /**
   * @param actor who wants it
   * @param why in their words
   */
  public Outcome to(int tenant, String hash, String actor, @Nullable String why) {
    Optional<List<RuleFile>> files = releases.files(tenant, hash);
    if (files.isEmpty()) {
      return new Outcome.Unknown();
    }
    var now = clock.instant();
    return switch (maker.make(files.get(), terms.get(), now)) {
      case Refused(var problems) -> new Outcome.Outdated(problems);
      case Made(var release) -> {
        releases.save(tenant, release.hash(), files.get(), now);
        var held = folder.putBack(release);
        changes.add(
            tenant, new RuleChange(now, release.hash(), RuleChange.ROLLBACK, actor, why, held));
        yield new Outcome.Done(release);
      }
    };
  }
}
