package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.pipeline.OtherNodes.Books;

/** For a start with a broken rule folder: the release that was in force before goes on. */
@Singleton
public final class LastRules {

  private final Books books;
  private final RuleFolder folder;
  private final ReleaseMaker maker;
  private final RuleTerms terms;
  private final RuleShelf shelf;
  private final InstantSource clock;

  LastRules(
      Books books,
      RuleFolder folder,
      ReleaseMaker maker,
      RuleTerms terms,
      RuleShelf shelf,
      InstantSource clock) {
    this.books = books;
    this.folder = folder;
    this.maker = maker;
    this.terms = terms;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** Somebody went back to an earlier release: the folder they did not want is not taken now. */
  public void holdBack() {
    books
        .changes()
        .newest(Channels.FIRST_TENANT)
        .map(RuleChange::heldBack)
        .ifPresent(it -> folder.hold(it, Rollback.WHY_HELD));
  }

  /** Does nothing when there never was a release. What is wrong with the folder stays reported. */
  public void restore() {
    var files =
        books
            .changes()
            .newest(Channels.FIRST_TENANT)
            .flatMap(it -> books.releases().files(Channels.FIRST_TENANT, it.hash()))
            .orElseGet(() -> books.releases().newest(Channels.FIRST_TENANT));
    if (!files.isEmpty()
        && maker.make(files, terms.words(), clock.instant()) instanceof Made(var release)) {
      books.keep(release, files);
      var problems = shelf.problems();
      shelf.put(release);
      shelf.report(problems);
    }
  }
}
