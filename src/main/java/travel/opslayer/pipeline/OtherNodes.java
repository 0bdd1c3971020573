package travel.opslayer.pipeline;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChangeRepository;
import travel.opslayer.decision.releases.RuleNodeRepository;
import travel.opslayer.worker.ThisNode;
import travel.opslayer.worker.Worker;

/**
 * One release in force on all nodes: what came into force last on any of them, though their folders
 * change at different times. Step it once a second.
 */
@Singleton
public final class OtherNodes implements Worker {

  private static final int TENANT = Channels.FIRST_TENANT;

  /** A folder that is copied to all nodes need not reach them in the same moment. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(10);

  private final Books books;
  private final RuleFolder folder;
  private final ReleaseMaker maker;
  private final RuleTerms terms;
  private final RuleShelf shelf;
  private final InstantSource clock;
  private final ThisNode node;

  private Beat beat = new Beat(null, Instant.MIN);
  private @Nullable RuleChange followed;
  private volatile @Nullable Instant behindSince;

  /** What nodes know of each other. */
  @Singleton
  record Books(
      ReleaseRepository releases, RuleChangeRepository changes, RuleNodeRepository nodes) {}

  OtherNodes(
      Books books,
      RuleFolder folder,
      ReleaseMaker maker,
      RuleTerms terms,
      RuleShelf shelf,
      InstantSource clock,
      ThisNode node) {
    this.books = books;
    this.folder = folder;
    this.maker = maker;
    this.terms = terms;
    this.shelf = shelf;
    this.clock = clock;
    this.node = node;
  }

  @Override
  public String name() {
    return "other nodes";
  }

  /**
   * For the start, before the folder is taken: while others run, a folder that says what was in
   * force before is a late copy, and what they run goes on. A folder that says something new
   * counts.
   */
  public synchronized void join() {
    var newest = books.changes().newest(TENANT);
    if (newest.isPresent() && othersLive() && isLateCopy(newest.get().hash())) {
      follow(newest.get());
    }
  }

  private boolean othersLive() {
    return books.nodes().living(TENANT).stream().anyMatch(it -> !it.node().equals(node.name()));
  }

  private boolean isLateCopy(String newest) {
    return maker.make(folder.files(), terms.words(), clock.instant()) instanceof Made(var release)
        && !release.hash().equals(newest)
        && books.changes().wasInForce(TENANT, release.hash());
  }

  /** 1 when rules of another node came into force here. */
  @Override
  public synchronized int runOnce() {
    var newest = books.changes().newest(TENANT);
    var done = newest.isPresent() && isTheirs(newest.get()) && follow(newest.get()) ? 1 : 0;
    behindSince = isBehind(newest) ? firstSeen(behindSince) : null;
    beat();
    return done;
  }

  private Instant firstSeen(@Nullable Instant before) {
    return before == null ? clock.instant() : before;
  }

  private boolean isTheirs(RuleChange newest) {
    return shelf.isFilled()
        && !newest.node().equals(node.name())
        && !newest.equals(followed)
        && !newest.hash().equals(shelf.inForce().hash());
  }

  private boolean isBehind(Optional<RuleChange> newest) {
    return newest.isPresent() && isTheirs(newest.get());
  }

  /** Not when a text is missing here that their rules name: the next step tries again. */
  private boolean follow(RuleChange change) {
    var files = books.releases().files(TENANT, change.hash());
    if (files.isPresent()
        && maker.make(files.get(), terms.words(), clock.instant()) instanceof Made(var release)) {
      folder.follow(release, files.get(), why(change));
      followed = change;
      return true;
    }
    return false;
  }

  private static String why(RuleChange change) {
    return change.kind().equals(RuleChange.ROLLBACK)
        ? Rollback.WHY_HELD
        : "This folder is not in force: another node has newer rules.";
  }

  private void beat() {
    var hash = shelf.isFilled() ? shelf.inForce().hash() : null;
    var now = clock.instant();
    if (!Objects.equals(hash, beat.hash()) || !now.isBefore(beat.at().plus(BETWEEN_BEATS))) {
      books.nodes().beat(TENANT, node.name(), hash);
      beat = new Beat(hash, now);
    }
  }

  /** Who ends is no other node to whoever starts next, be it on the same host. */
  @PreDestroy
  synchronized void leave() {
    if (beat.at().isAfter(Instant.MIN)) {
      books.nodes().leave(TENANT, node.name());
    }
  }

  /** Whether other rules than here have been in force elsewhere for longer than a copy takes. */
  public boolean isLeftBehind() {
    var since = behindSince;
    return since != null && since.plus(PATIENCE).isBefore(clock.instant());
  }

  private record Beat(@Nullable String hash, Instant at) {}
}
