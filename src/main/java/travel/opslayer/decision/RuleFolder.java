package travel.opslayer.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.worker.Worker;

/**
 * Brings what business staff save into force. It looks instead of waiting for file events, because
 * network folders and mounted configuration send none; step it once a second.
 *
 * <p>It acts when two looks in a row see the same: until then somebody may still be saving.
 */
public final class RuleFolder implements Worker {

  private static final Logger LOG = LoggerFactory.getLogger(RuleFolder.class);

  /** Of problems in the log, which says where; the API and the simulator say what. */
  private static final int MOST_LINES = 20;

  /** A save that keeps size and time of a file is found by reading, every so many looks. */
  private static final int LOOKS_BETWEEN_READINGS = 10;

  private final Path path;
  private final FolderFiles files;
  private final ReleaseMaker maker;
  private final Supplier<Terms> terms;
  private final RuleShelf shelf;
  private final InstantSource time;
  private final BiConsumer<Release, List<RuleFile>> accepted;

  private SortedMap<String, String> lastLook = new TreeMap<>();
  private SortedMap<String, String> lastRead = new TreeMap<>();
  private @Nullable Terms lastTerms;
  private int looks;
  private @Nullable Attempt inForce;
  private @Nullable Attempt refused;
  private @Nullable String heldBack;
  private final ShrinkGuard guard = new ShrinkGuard();

  /**
   * @param accepted told of a new release and its files before it is in force, so that they can be
   *     stored before any decision names them; when it throws, the next step tries again
   */
  public RuleFolder(
      Path path,
      ReleaseMaker maker,
      Supplier<Terms> terms,
      RuleShelf shelf,
      InstantSource time,
      BiConsumer<Release, List<RuleFile>> accepted) {
    this.path = path;
    this.files = new FolderFiles(path);
    this.maker = maker;
    this.terms = terms;
    this.shelf = shelf;
    this.time = time;
    this.accepted = accepted;
  }

  @Override
  public String name() {
    return "rule folder";
  }

  /** For the start: takes the folder as it is, without waiting for a second look. */
  public synchronized void load() {
    step(true);
  }

  /** 1 when a new release came into force. */
  @Override
  public synchronized int runOnce() {
    return step(false);
  }

  /** The files of rules in a folder. */
  public static List<RuleFile> read(Path path) throws IOException {
    return new FolderFiles(path).read();
  }

  /**
   * Puts an earlier release in the place of what the folder says, until the folder changes.
   *
   * @return fingerprint of the folder that is held back
   */
  public synchronized String putBack(Release release) {
    var held = fingerprint();
    hold(held);
    shelf.put(release);
    LOG.info("Rules {} are in force again; the folder is held back.", release.hash());
    return held;
  }

  /** Earlier rules must come back above all when the folder is gone. */
  private String fingerprint() {
    try {
      return FolderFiles.fingerprint(read());
    } catch (IOException e) {
      return FolderFiles.fingerprint(List.of());
    }
  }

  /** From now on a folder of this fingerprint is not taken. */
  public synchronized void hold(String fingerprint) {
    heldBack = fingerprint;
    inForce = null;
    refused = null;
  }

  /**
   * Its files as they are now, in force or not.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public List<RuleFile> files() {
    try {
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its authors should look at in the folder as it is now; nothing comes into force. */
  public Review check() {
    try {
      return Files.isDirectory(path) ? check(files.read()) : Review.of(gone());
    } catch (IOException e) {
      return Review.of(unreadable(e));
    }
  }

  /** The same for files that are not in the folder yet. */
  public Review check(List<RuleFile> files) {
    return switch (maker.make(files, terms.get(), time.instant())) {
      case Made(var release) -> new Review(List.of(), release.notes());
      case Refused(var problems) -> new Review(problems, List.of());
    };
  }

  /** The files as they are on disk now, whether they are in force or not. */
  public List<RuleFile> read() throws IOException {
    return files.read();
  }

  /**
   * Saves one file, whole or not at all; it comes into force like whatever staff save.
   *
   * @param before as it was read; empty when there was none
   * @throws IOException when it cannot be written, or is no longer as it was read
   */
  public void save(RuleFile before, RuleFile after) throws IOException {
    files.save(before, after);
  }

  private int step(boolean atOnce) {
    if (!Files.isDirectory(path)) {
      return unusable(gone());
    }
    try {
      var look = files.look();
      var quiet = look.equals(lastLook);
      lastLook = look;
      var words = terms.get();
      return atOnce || (quiet && isDue(look, words)) ? take(look, words) : 0;
    } catch (NoSuchFileException e) {
      return 0; // An editor takes a file away for a moment when it saves; the next look tells.
    } catch (IOException e) {
      return unusable(unreadable(e));
    }
  }

  private boolean isDue(SortedMap<String, String> look, Terms words) {
    return !look.equals(lastRead) || !words.equals(lastTerms) || ++looks >= LOOKS_BETWEEN_READINGS;
  }

  private int take(SortedMap<String, String> look, Terms words) throws IOException {
    var read = files.read();
    if (!files.look().equals(look)) {
      return 0;
    }
    var attempt = new Attempt(FolderFiles.fingerprint(read), words);
    var done = isHeldBack(attempt) ? 0 : take(attempt, read);
    lastRead = look;
    lastTerms = words;
    looks = 0;
    return done;
  }

  private boolean isHeldBack(Attempt attempt) {
    return attempt.fingerprint().equals(heldBack);
  }

  private int take(Attempt attempt, List<RuleFile> read) {
    heldBack = null;
    return attempt.equals(inForce) ? back() : attempt.equals(refused) ? 0 : attempt(attempt, read);
  }

  /** The folder is again what is in force, so nothing is wrong with it. */
  private int back() {
    refused = null;
    shelf.report(List.of());
    return 0;
  }

  private int attempt(Attempt attempt, List<RuleFile> read) {
    return switch (maker.make(read, attempt.terms(), time.instant())) {
      case Made(var release) when isShrunk(release, attempt) ->
          refuse(
              attempt,
              List.of(guard.problem(String.valueOf(path.getFileName()), shelf.inForce(), release)));
      case Made(var release) -> {
        var done = isInForce(release) ? back() : putInForce(release, read);
        inForce = attempt;
        refused = null;
        yield done;
      }
      case Refused(var problems) -> refuse(attempt, problems);
    };
  }

  private boolean isShrunk(Release release, Attempt attempt) {
    return shelf.isFilled()
        && guard.isShrunk(shelf.inForce(), release)
        && !guard.isConfirmed(attempt.fingerprint());
  }

  private int refuse(Attempt attempt, List<Problem> problems) {
    shelf.report(problems);
    refused = attempt;
    LOG.warn("Rules stay as they were; problems: {}", problems.size());
    problems.stream().limit(MOST_LINES).forEach(it -> LOG.warn("rules/{}", place(it)));
    return 0;
  }

  /** The folder as it is now may hold far fewer rules than before; the next look takes it. */
  public synchronized void confirm() {
    guard.confirm(FolderFiles.fingerprint(files()));
    refused = null;
    lastRead = new TreeMap<>();
  }

  /** New words alone make no new rules. */
  private boolean isInForce(Release release) {
    return shelf.isFilled() && shelf.inForce().hash().equals(release.hash());
  }

  private int putInForce(Release release, List<RuleFile> read) {
    accepted.accept(release, read);
    shelf.put(release);
    LOG.info("Rules {} are in force, from {} files.", release.hash(), read.size());
    return 1;
  }

  /** Without the value: a cell may hold a name. */
  private static String place(Problem problem) {
    var sheet = problem.sheet() == null ? "" : " " + problem.sheet();
    return problem.file()
        + sheet
        + " "
        + (problem.cell() == null ? problem.line() : problem.cell());
  }

  private Problem gone() {
    return problem("There is no folder (%s).".formatted(path));
  }

  private Problem unreadable(IOException e) {
    return problem("The folder cannot be read (%s).".formatted(e.getMessage()));
  }

  private Problem problem(String sentence) {
    var advice = "set OPSLAYER_RULES to a folder that this service may read.";
    return new Problem(String.valueOf(path.getFileName()), null, null, 1, sentence, advice);
  }

  private int unusable(Problem problem) {
    shelf.report(List.of(problem));
    lastLook = new TreeMap<>();
    lastRead = new TreeMap<>();
    refused = null;
    return 0;
  }

  /** What was tried: new words, such as a new template, can cure a folder that did not change. */
  private record Attempt(String fingerprint, Terms terms) {}
}
