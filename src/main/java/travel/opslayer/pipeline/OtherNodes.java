package travel.opslayer.pipeline;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChangeRepository;
import travel.opslayer.decision.releases.RuleNodeRepository;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.ThisNode;
import travel.opslayer.worker.Worker;

/**
 * One release in force on all nodes: what came into force last on any of them, though their folders
 * change at different times. Step it once a second.
 */
@Singleton
public final class OtherNodes implements Worker {

  private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);

  private static final int TENANT = Channels.FIRST_TENANT;

  /** A folder that is copied to all nodes need not reach them in the same moment. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** So many changes back a folder is known as a late copy. */
  private static final int MOST_CHANGES = 100;

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
  private @Nullable Attempt refused;
  private volatile @Nullable Instant behindSince;

  /** What nodes know of each other. */
  @Singleton
  record Books(
      ReleaseRepository releases,
      RuleChangeRepository changes,
      RuleNodeRepository nodes,
      Tenants tenants) {

    /** The same files are another release to another version of this program. */
    void keep(Release release, List<RuleFile> files) {
      tenants.all().forEach(it -> releases.save(it.id(), release.hash(), files, release.since()));
    }
  }

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
    if (newest.isPresent() && othersLive() && isLateCopy(newest.get())) {
      follow(newest.get());
      if (!newest.get().equals(followed)) {
        takeLateCopy(newest.get());
      }
    }
  }

  private boolean othersLive() {
    return books.nodes().living(TENANT).stream().anyMatch(it -> !it.node().equals(node.name()));
  }

  private boolean isLateCopy(RuleChange newest) {
    return !isFolder(newest.hash())
        && books.changes().newest(TENANT, MOST_CHANGES).stream()
            .map(RuleChange::hash)
            .distinct()
            .anyMatch(this::isFolder);
  }

  /** By its files: another version of this program gives them another hash. */
  private boolean isFolder(String hash) {
    return books.releases().files(TENANT, hash).filter(folder::says).isPresent();
  }

  /** Better than none while the others cannot be followed; but it is no news to them. */
  private void takeLateCopy(RuleChange newest) {
    var files = folder.files();
    if (maker.make(files, terms.words(), clock.instant()) instanceof Made(var release)) {
      books.keep(release, files);
      folder.follow(release, files, why(newest));
    }
  }

  /** 1 when rules that came into force elsewhere did here. */
  @Override
  public synchronized int runOnce() {
    var newest = books.changes().newest(TENANT);
    var done = newest.isPresent() && isOther(newest.get()) && follow(newest.get()) ? 1 : 0;
    behindSince = isBehind(newest) ? firstSeen(behindSince) : null;
    beat();
    return done;
  }

  private Instant firstSeen(@Nullable Instant before) {
    return before == null ? clock.instant() : before;
  }

  /** One of this node's own too: somebody went back here while another change was followed. */
  private boolean isOther(RuleChange newest) {
    return shelf.isFilled()
        && !newest.equals(followed)
        && !newest.hash().equals(shelf.inForce().hash());
  }

  private boolean isBehind(Optional<RuleChange> newest) {
    return newest.isPresent() && isOther(newest.get());
  }

  /** Not when a text is missing here that their rules name: with new texts it is tried again. */
  private boolean follow(RuleChange change) {
    var attempt = new Attempt(change, terms.words());
    var files = books.releases().files(TENANT, change.hash());
    if (files.isEmpty() || attempt.equals(refused)) {
      return false;
    }
    return switch (maker.make(files.get(), attempt.terms(), clock.instant())) {
      case Made(var release) -> take(change, release, files.get());
      case Refused(var problems) -> {
        refused = attempt;
        LOG.warn(
            "Rules {} of another node cannot be followed; problems: {}",
            change.hash(),
            problems.size());
        yield false;
      }
    };
  }

  /** What is in force already, under another version's hash, says nothing about the folder. */
  private boolean take(RuleChange change, Release release, List<RuleFile> files) {
    var isNew = !release.hash().equals(hash());
    if (isNew) {
      books.keep(release, files);
      folder.follow(release, files, why(change));
    }
    followed = change;
    return isNew;
  }

  private @Nullable String hash() {
    return shelf.isFilled() ? shelf.inForce().hash() : null;
  }

  private static String why(RuleChange change) {
    return change.kind().equals(RuleChange.ROLLBACK)
        ? Rollback.WHY_HELD
        : "This folder is not in force: another node has newer rules.";
  }

  private void beat() {
    var hash = hash();
    var now = clock.instant();
    if (!Objects.equals(hash, beat.hash())
        || now.isBefore(beat.at()) // somebody has put the clock back
        || !now.isBefore(beat.at().plus(BETWEEN_BEATS))) {
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

  private record Attempt(RuleChange change, Terms terms) {}
}
