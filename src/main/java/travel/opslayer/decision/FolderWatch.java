package travel.opslayer.decision;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at a folder again and again, and reads it when nobody seems to be saving any more. */
final class FolderWatch {

  /** A save that keeps size and time of a file is found by reading, every so many looks. */
  private static final int LOOKS_BETWEEN_READINGS = 10;

  private final FolderFiles files;
  private SortedMap<String, String> lastLook = new TreeMap<>();
  private SortedMap<String, String> lastRead = new TreeMap<>();
  private int looks;

  FolderWatch(FolderFiles files) {
    this.files = files;
  }

  /**
   * One look. Its files, when they should be looked into: two looks in a row saw the same.
   *
   * @param atOnce without waiting for a second look
   * @param anew though they may be the same as before
   */
  Optional<List<RuleFile>> look(boolean atOnce, boolean anew) throws IOException {
    var look = files.look();
    var quiet = look.equals(lastLook);
    lastLook = look;
    if (!atOnce && !(quiet && isDue(look, anew))) {
      return Optional.empty();
    }
    var read = files.read();
    if (!files.look().equals(look)) {
      return Optional.empty();
    }
    lastRead = look;
    looks = 0;
    return Optional.of(read);
  }

  private boolean isDue(SortedMap<String, String> look, boolean anew) {
    return anew || !look.equals(lastRead) || ++looks >= LOOKS_BETWEEN_READINGS;
  }

  /** The next quiet look reads, whatever was read before. */
  void readAgain() {
    lastRead = new TreeMap<>();
  }

  /** There is no folder to look at. */
  void forget() {
    lastLook = new TreeMap<>();
    lastRead = new TreeMap<>();
  }
}
