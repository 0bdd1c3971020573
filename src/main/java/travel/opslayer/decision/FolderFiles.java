package travel.opslayer.decision;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which files of a folder count, how they look from outside, and what is in them. */
final class FolderFiles {

  /** One byte more than any file may have, so that whoever reads it sees that it is too big. */
  static final int TASTE = (1 << 20) + 1;

  private static final int DEPTH = 12;

  /** What no reader takes counts too: it must be refused aloud, not overlooked. */
  private static final Pattern TABLES_AND_RULES =
      Pattern.compile(
          ".*\\.(xlsx|csv|drl|xls|xlsm|xlsb|xltx|ods|fods|ots|numbers|gsheet|tsv|tab"
              + "|(csv|xlsx|drl)\\.[a-z0-9]{1,5})");

  private static final Pattern SCHEMAS = Pattern.compile("_schema/[^/]+\\.ya?ml");

  /** Excel, LibreOffice, vim, JetBrains, browsers and file sharing, in this order. */
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "~\\$.*|\\.~lock\\..*#|lu[^/]*\\.tmp|.*\\.sw[a-z]|.*~|4913|.*\\.tmp|.*___jb_.*"
              + "|.*\\.crdownload|.*\\.part|.*conflicted copy.*");

  private final Path folder;

  FolderFiles(Path folder) {
    this.folder = folder;
  }

  /** Size, time and identity of each file by its path: cheap, and different after every save. */
  SortedMap<String, String> look() throws IOException {
    var seen = new TreeMap<String, String>();
    for (var it : paths().entrySet()) {
      var file = Files.readAttributes(it.getValue(), BasicFileAttributes.class);
      seen.put(it.getKey(), file.size() + " " + file.lastModifiedTime() + " " + file.fileKey());
    }
    return seen;
  }

  List<RuleFile> read() throws IOException {
    var files = new ArrayList<RuleFile>();
    for (var it : paths().entrySet()) {
      try (var bytes = Files.newInputStream(it.getValue())) {
        files.add(new RuleFile(it.getKey(), bytes.readNBytes(TASTE)));
      }
    }
    return files;
  }

  /** Under a name that does not count first: whoever looks sees the old file or the new one. */
  void save(RuleFile before, RuleFile after) throws IOException {
    var path = paths().getOrDefault(after.name(), folder.resolve(after.name()));
    var draft = path.resolveSibling("." + path.getFileName() + ".tmp");
    Files.createDirectories(path.resolveSibling(""));
    try (var file = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(after.bytes());
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
      if (!Arrays.equals(before.bytes(), bytes(path))) {
        throw new IOException("Somebody else has saved it meanwhile.");
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static byte[] bytes(Path path) throws IOException {
    return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
  }

  static String fingerprint(List<RuleFile> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(it -> it.into(digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private SortedMap<String, Path> paths() throws IOException {
    var paths = new TreeMap<String, Path>();
    try (var all = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      all.filter(Files::isRegularFile)
          .filter(it -> counts(name(it)))
          .forEach(it -> paths.put(name(it), it));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return paths;
  }

  /** The same name for the same file on every machine; macOS takes accents apart. */
  private String name(Path path) {
    var name = folder.relativize(path).toString().replace('\\', '/');
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Whether a file of this path under the folder is a file of rules. */
  static boolean counts(String name) {
    var small = name.toLowerCase(Locale.ROOT);
    for (var part : small.split("/", -1)) {
      if (part.startsWith(".") || TEMPORARY.matcher(part).matches()) {
        return false;
      }
    }
    return TABLES_AND_RULES.matcher(small).matches() || SCHEMAS.matcher(small).matches();
  }
}
