package travel.opslayer.decision;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;

/**
 * What becomes of the files of a folder once they are read: in force, waiting for their day, held
 * back or refused. Whatever goes wrong, the release in force stays.
 */
final class RuleTaker {

  private static final Logger LOG = LoggerFactory.getLogger(RuleFolder.class);

  /** Of problems in the log, which says where; the API and the simulator say what. */
  private static final int MOST_LINES = 20;

  private final String folder;
  private final ReleaseMaker maker;
  private final RuleShelf shelf;
  private final InstantSource time;
  private final Supplier<ZoneId> zone;
  private final BiConsumer<Release, List<RuleFile>> accepted;
  private final ShrinkGuard guard = new ShrinkGuard();

  private @Nullable Attempt inForce;
  private @Nullable Attempt refused;
  private @Nullable Plan plan;
  private @Nullable Held held;

  /**
   * @param folder its name, for its authors
   */
  RuleTaker(
      String folder,
      ReleaseMaker maker,
      RuleShelf shelf,
      InstantSource time,
      Supplier<ZoneId> zone,
      BiConsumer<Release, List<RuleFile>> accepted) {
    this.folder = folder;
    this.maker = maker;
    this.shelf = shelf;
    this.time = time;
    this.zone = zone;
    this.accepted = accepted;
  }

  /** 1 when they came into force. */
  int take(List<RuleFile> read, Terms terms) {
    var attempt = new Attempt(FolderFiles.fingerprint(read), terms);
    return held != null && attempt.fingerprint().equals(held.fingerprint())
        ? stillHeld(held)
        : takeNew(attempt, read);
  }

  /** 1 when the day of what waits has come. */
  int takeDue() {
    return plan != null && !time.instant().isBefore(plan.from()) ? putInForce(plan) : 0;
  }

  void takePlanned() {
    if (plan != null) {
      putInForce(plan);
    }
  }

  void putBack(Release release, String fingerprint, String why) {
    hold(fingerprint, why);
    shelf.put(release);
    shelf.report(List.of(heldBack(why)));
    LOG.info("Rules {} are in force; the folder is held back.", release.hash());
  }

  void putTheirs(Release release) {
    forget();
    shelf.put(release);
    LOG.info("Rules {} are in force, from another node.", release.hash());
  }

  void hold(String fingerprint, String why) {
    forget();
    held = new Held(fingerprint, why);
  }

  private void forget() {
    held = null;
    inForce = null;
    refused = null;
    withdraw();
  }

  /** What was refused is tried once more. */
  void forgetRefused() {
    refused = null;
  }

  void confirm(String fingerprint) {
    guard.confirm(fingerprint);
    refused = null;
  }

  private int stillHeld(Held folder) {
    refused = null;
    shelf.report(List.of(heldBack(folder.why())));
    return 0;
  }

  private int takeNew(Attempt attempt, List<RuleFile> read) {
    if (attempt.equals(inForce)) {
      return back();
    }
    if (plan != null && attempt.equals(plan.attempt())) {
      shelf.report(List.of());
      return 0;
    }
    return attempt.equals(refused) ? 0 : attempt(attempt, read);
  }

  /** The folder counts again, or is what is in force: nothing is wrong with it. */
  private int back() {
    held = null; // and not before: a mistake that is undone is no other change
    refused = null;
    withdraw();
    shelf.report(List.of());
    return 0;
  }

  private void withdraw() {
    plan = null;
    shelf.plan(null);
  }

  private int attempt(Attempt attempt, List<RuleFile> read) {
    return switch (maker.make(read, attempt.terms(), time.instant())) {
      case Made(var release) when isShrunk(release, attempt) ->
          refuse(attempt, List.of(guard.problem(folder, shelf.inForce(), release)));
      case Made(var release) when isInForce(release) -> {
        shelf.put(release.since(shelf.inForce().since())); // its notes may be others
        inForce = attempt;
        yield back();
      }
      case Made(var release) -> accept(new Plan(release, from(release), attempt, read));
      case Refused(var problems) -> refuse(attempt, problems);
    };
  }

  private Instant from(Release release) {
    var from = release.label().from();
    return from == null ? Instant.MIN : from.atZone(zone.get()).toInstant();
  }

  private int accept(Plan good) {
    return good.from().isAfter(time.instant()) ? await(good) : putInForce(good);
  }

  private int await(Plan good) {
    back();
    plan = good;
    shelf.plan(new Planned(good.release(), good.from()));
    LOG.info("Rules {} are good and wait until {}.", good.release().hash(), good.from());
    return 0;
  }

  private boolean isShrunk(Release release, Attempt attempt) {
    return shelf.isFilled()
        && guard.isShrunk(shelf.inForce(), release)
        && !guard.isConfirmed(attempt.fingerprint());
  }

  private int refuse(Attempt attempt, List<Problem> problems) {
    withdraw();
    shelf.report(problems);
    refused = attempt;
    LOG.warn("Rules stay as they were; problems: {}", problems.size());
    problems.stream().limit(MOST_LINES).forEach(it -> LOG.warn("rules/{}", it.place()));
    return 0;
  }

  /** New words alone make no new rules. */
  private boolean isInForce(Release release) {
    return shelf.isFilled() && shelf.inForce().hash().equals(release.hash());
  }

  private int putInForce(Plan good) {
    var release = good.release().since(time.instant());
    accepted.accept(release, good.files());
    back();
    shelf.put(release);
    inForce = good.attempt();
    LOG.info("Rules {} are in force, from {} files.", release.hash(), good.files().size());
    return 1;
  }

  private Problem heldBack(String why) {
    return new Problem(folder, null, null, 1, why, "save a change in it, and it counts again.");
  }

  /** What was tried: new words, such as a new template, can cure a folder that did not change. */
  private record Attempt(String fingerprint, Terms terms) {}

  /** Good rules, in force from a moment on. */
  private record Plan(Release release, Instant from, Attempt attempt, List<RuleFile> files) {}

  /** A folder that is not taken, and why. */
  private record Held(String fingerprint, String why) {}
}
