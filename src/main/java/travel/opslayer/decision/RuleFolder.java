package travel.opslayer.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

  private final Path path;
  private final FolderFiles files;
  private final FolderWatch watch;
  private final ReleaseMaker maker;
  private final Supplier<Terms> terms;
  private final RuleShelf shelf;
  private final InstantSource time;
  private final RuleTaker taker;
  private @Nullable Terms lastTerms;

  /** Of the folder when it was last read and there was something in it. */
  private String lastSeen = FolderFiles.fingerprint(List.of());

  /**
   * @param zone of the office, where authors say from when rules shall count
   * @param accepted told of a new release and its files before it is in force, so that they can be
   *     stored before any decision names them; when it throws, the next step tries again
   */
  public RuleFolder(
      Path path,
      ReleaseMaker maker,
      Supplier<Terms> terms,
      RuleShelf shelf,
      InstantSource time,
      Supplier<ZoneId> zone,
      BiConsumer<Release, List<RuleFile>> accepted) {
    this.path = path;
    this.files = new FolderFiles(path);
    this.watch = new FolderWatch(files);
    this.maker = maker;
    this.terms = terms;
    this.shelf = shelf;
    this.time = time;
    var name = String.valueOf(path.getFileName());
    this.taker = new RuleTaker(name, maker, shelf, time, zone, accepted);
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

  /** Takes what waits for its day at once: for a start on which there is nothing else. */
  public synchronized void takePlanned() {
    taker.takePlanned();
  }

  /**
   * Puts another release in the place of what the folder says, until the folder changes.
   *
   * @param why the folder is held back, as a sentence for its authors
   * @param noted told the fingerprint of the folder that is held back, before anything is done;
   *     when it throws, nothing is
   */
  public synchronized void putBack(Release release, String why, Consumer<String> noted) {
    var fingerprint = fingerprint();
    noted.accept(fingerprint);
    taker.putBack(release, fingerprint, why);
  }

  /**
   * Puts a release into force that another node has taken. This folder is held back until it
   * changes, unless it says the same.
   *
   * @param why it is held back then
   */
  public synchronized void follow(Release release, List<RuleFile> theirs, String why) {
    var fingerprint = fingerprint();
    if (fingerprint.equals(FolderFiles.fingerprint(theirs))) {
      taker.putTheirs(release);
    } else {
      taker.putBack(release, fingerprint, why);
    }
  }

  /** Whether it holds these files and no others. */
  public boolean says(List<RuleFile> theirs) {
    return fingerprint().equals(FolderFiles.fingerprint(theirs));
  }

  /**
   * Earlier rules must come back above all when the folder is gone. When it is there again as it
   * was before, that is no change.
   */
  private String fingerprint() {
    var files = present();
    return files.isEmpty() ? lastSeen : FolderFiles.fingerprint(files);
  }

  private List<RuleFile> present() {
    try {
      return read();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** From now on a folder of this fingerprint is not taken. */
  public synchronized void hold(String fingerprint, String why) {
    taker.hold(fingerprint, why);
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
      var words = terms.get();
      var read = watch.look(atOnce, !words.equals(lastTerms));
      if (read.isPresent()) {
        return take(read.get(), words);
      }
      return taker.takeDue();
    } catch (NoSuchFileException e) {
      return 0; // An editor takes a file away for a moment when it saves; the next look tells.
    } catch (IOException e) {
      return unusable(unreadable(e));
    }
  }

  private int take(List<RuleFile> read, Terms words) {
    if (!read.isEmpty()) {
      lastSeen = FolderFiles.fingerprint(read);
    }
    try {
      var done = taker.take(read, words);
      lastTerms = words;
      return done;
    } catch (RuntimeException e) {
      watch.readAgain();
      throw e;
    }
  }

  /** The folder as it is now may hold far fewer rules than before; the next look takes it. */
  public synchronized void confirm() {
    taker.confirm(FolderFiles.fingerprint(files()));
    watch.readAgain();
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
    watch.forget();
    taker.forgetRefused();
    return 0;
  }
}
