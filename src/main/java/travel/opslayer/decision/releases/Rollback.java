package travel.opslayer.decision.releases;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.Terms;

/**
 * Brings an earlier release back into force. The folder is left as it is, and is taken again as
 * soon as somebody saves another change.
 */
public final class Rollback {

  /** What authors read about a folder that is not taken. */
  public static final String WHY_HELD =
      "This folder is not in force: somebody went back to earlier rules.";

  private final ReleaseRepository releases;
  private final RuleLedger ledger;
  private final ReleaseMaker maker;
  private final Supplier<Terms> terms;
  private final RuleFolder folder;
  private final InstantSource clock;

  public Rollback(
      ReleaseRepository releases,
      RuleLedger ledger,
      ReleaseMaker maker,
      Supplier<Terms> terms,
      RuleFolder folder,
      InstantSource clock) {
    this.releases = releases;
    this.ledger = ledger;
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
        var tried = ledger.tried(tenant, release);
        releases.save(tenant, release.hash(), files.get(), now);
        folder.putBack(
            release,
            WHY_HELD,
            held -> ledger.wentBack(tenant, release, now, tried, actor, why, held));
        yield new Outcome.Done(release);
      }
    };
  }
}
