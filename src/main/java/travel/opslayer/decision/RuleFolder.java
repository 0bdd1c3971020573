package travel.opslayer.decision;

import java.io.IOException;
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

  /** What its authors have to mend in the folder as it is now; nothing comes into force. */
  public List<Problem> check() {
    try {
      return Files.isDirectory(path) ? check(files.read()) : List.of(gone());
    } catch (IOException e) {
      return List.of(unreadable(e));
    }
  }

  /** The same for files that are not in the folder yet. */
  public List<Problem> check(List<RuleFile> files) {
    return maker.make(files, terms.get(), time.instant()) instanceof Refused(var problems)
        ? problems
        : List.of();
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
    var done =
        attempt.equals(inForce) ? back() : attempt.equals(refused) ? 0 : attempt(attempt, read);
    lastRead = look;
    lastTerms = words;
    looks = 0;
    return done;
  }

  /** The folder is again what is in force, so nothing is wrong with it. */
  private int back() {
    refused = null;
    shelf.report(List.of());
    return 0;
  }

  private int attempt(Attempt attempt, List<RuleFile> read) {
    return switch (maker.make(read, attempt.terms(), time.instant())) {
      case Made(var release) -> {
        var done = isInForce(release) ? back() : putInForce(release, read);
        inForce = attempt;
        refused = null;
        yield done;
      }
      case Refused(var problems) -> {
        shelf.report(problems);
        refused = attempt;
        LOG.warn("Rules stay as they were; problems: {}", problems.size());
        problems.stream().limit(MOST_LINES).forEach(it -> LOG.warn("rules/{}", place(it)));
        yield 0;
      }
    };
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
