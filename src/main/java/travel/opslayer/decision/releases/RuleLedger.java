package travel.opslayer.decision.releases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.RuleChange.Tried;
import travel.opslayer.worker.ThisNode;

/** Keeps every release before it is asked for the first time, and who put it into force and why. */
@Singleton
public final class RuleLedger {

  private final ReleaseRepository releases;
  private final RuleChangeRepository changes;
  private final RuleShelf shelf;
  private final Lately lately;
  private final ThisNode node;

  RuleLedger(
      ReleaseRepository releases,
      RuleChangeRepository changes,
      RuleShelf shelf,
      Lately lately,
      ThisNode node) {
    this.releases = releases;
    this.changes = changes;
    this.shelf = shelf;
    this.lately = lately;
    this.node = node;
  }

  /** Rules of the folder. The same rules after a restart are no change. */
  public void fromFolder(int tenant, Release release, List<RuleFile> files) {
    releases.save(tenant, release.hash(), files, release.since());
    var last = changes.newest(tenant);
    if (last.isPresent() && last.get().hash().equals(release.hash())) {
      return;
    }
    var label = news(release.label());
    var who = label.who() == null ? RuleChange.FOLDER : label.who();
    changes.add(
        tenant,
        new RuleChange(
            release.since(),
            node.name(),
            release.hash(),
            RuleChange.FOLDER,
            who,
            label.why(),
            null,
            tried(tenant, release)));
  }

  /** What is said of a change counts for that change, though it stays in the file. */
  private Label news(Label label) {
    return shelf.isFilled() && shelf.inForce().label().equals(label) ? Label.NONE : label;
  }

  /** Earlier rules came back into force. */
  void wentBack(
      int tenant,
      Release release,
      Instant at,
      Tried tried,
      String actor,
      @Nullable String why,
      String held) {
    changes.add(
        tenant,
        new RuleChange(
            at, node.name(), release.hash(), RuleChange.ROLLBACK, actor, why, held, tried));
  }

  /** Over what was decided of late, beside the rules in force. */
  Tried tried(int tenant, Release release) {
    return shelf.isFilled() ? lately.over(tenant, shelf.inForce(), release) : Tried.NOTHING;
  }
}
