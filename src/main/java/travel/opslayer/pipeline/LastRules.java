package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleShelf;

/** For a start with a broken rule folder: the release that was in force before goes on. */
@Singleton
public final class LastRules {

  private final ReleaseRepository releases;
  private final ReleaseMaker maker;
  private final RuleTerms terms;
  private final RuleShelf shelf;
  private final InstantSource clock;

  LastRules(
      ReleaseRepository releases,
      ReleaseMaker maker,
      RuleTerms terms,
      RuleShelf shelf,
      InstantSource clock) {
    this.releases = releases;
    this.maker = maker;
    this.terms = terms;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** Does nothing when there never was a release. What is wrong with the folder stays reported. */
  public void restore() {
    var files = releases.newest(Channels.FIRST_TENANT);
    if (!files.isEmpty()
        && maker.make(files, terms.words(), clock.instant()) instanceof Made(var release)) {
      var problems = shelf.problems();
      shelf.put(release);
      shelf.report(problems);
    }
  }
}
