package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleChange;
import travel.opslayer.decision.RuleChangeRepository;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;

/** For a start with a broken rule folder: the release that was in force before goes on. */
@Singleton
public final class LastRules {

  private final ReleaseRepository releases;
  private final RuleChangeRepository changes;
  private final RuleFolder folder;
  private final ReleaseMaker maker;
  private final RuleTerms terms;
  private final RuleShelf shelf;
  private final InstantSource clock;

  LastRules(
      ReleaseRepository releases,
      RuleChangeRepository changes,
      RuleFolder folder,
      ReleaseMaker maker,
      RuleTerms terms,
      RuleShelf shelf,
      InstantSource clock) {
    this.releases = releases;
    this.changes = changes;
    this.folder = folder;
    this.maker = maker;
    this.terms = terms;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** Somebody went back to an earlier release: the folder they did not want is not taken now. */
  public void holdBack() {
    changes.newest(Channels.FIRST_TENANT).map(RuleChange::heldBack).ifPresent(folder::hold);
  }

  /** Somebody went back to an earlier release on another node: so does this one. */
  public void follow() {
    if (!shelf.isFilled()) {
      return;
    }
    changes
        .newest(Channels.FIRST_TENANT)
        .filter(it -> it.kind().equals(RuleChange.ROLLBACK))
        .filter(it -> !it.hash().equals(shelf.inForce().hash()))
        .flatMap(it -> releases.files(Channels.FIRST_TENANT, it.hash()))
        .ifPresent(this::putBack);
  }

  private void putBack(List<RuleFile> files) {
    if (maker.make(files, terms.words(), clock.instant()) instanceof Made(var release)) {
      folder.putBack(release);
    }
  }

  /** Does nothing when there never was a release. What is wrong with the folder stays reported. */
  public void restore() {
    var files =
        changes
            .newest(Channels.FIRST_TENANT)
            .flatMap(it -> releases.files(Channels.FIRST_TENANT, it.hash()))
            .orElseGet(() -> releases.newest(Channels.FIRST_TENANT));
    if (!files.isEmpty()
        && maker.make(files, terms.words(), clock.instant()) instanceof Made(var release)) {
      var problems = shelf.problems();
      shelf.put(release);
      shelf.report(problems);
    }
  }
}
