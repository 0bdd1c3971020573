package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the parts of a workbook before a library opens it: together they may need more memory or
 * time than there is, and a part that is there twice shows others something else than us.
 */
final class XlsxParts {

  /** Of all parts unpacked; a table of 5,000 rows has a few. */
  private static final int MOST_BYTES = 24 << 20;

  private static final int MOST_PARTS = 200;

  /** For each column that is set out twice the library goes through all that it has seen. */
  private static final int MOST_COLUMNS = 2_000;

  private static final Pattern COLUMN = Pattern.compile("[<:]col[\\s/>]");

  /**
   * Which of the parts are sheets, only the workbook says: so each that could be one is looked at.
   */
  private static final Pattern XML = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*<");

  /** How a document begins whose letters are not those of UTF-8: no program writes them so. */
  private static final List<String> FOREIGN =
      List.of("\u00FF\u00FE", "\u00FE\u00FF", "\0", "<\0", "\u004C\u006F\u00A7\u0094");

  private static final Pattern ENCODING =
      Pattern.compile("^.{0,60}encoding\\s*=\\s*[\"'](?!(?i)utf-8[\"'])", Pattern.DOTALL);

  /** Of the record at the end of a zip, without its comment. */
  private static final int END_BYTES = 22;

  private final byte[] zip;
  private final Set<String> names = new HashSet<>();
  private int bytes;
  private int columns;

  private XlsxParts(byte[] zip) {
    this.zip = zip;
  }

  /** Whether a library may open it. */
  static boolean areSound(byte[] zip) throws IOException {
    return new XlsxParts(zip).areSound();
  }

  private boolean areSound() throws IOException {
    var end = end();
    if (end < 0) {
      return false;
    }
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
        var content = in.readNBytes(MOST_BYTES - bytes + 1);
        bytes += content.length;
        if (bytes > MOST_BYTES || !isSound(it.getName(), content)) {
          return false;
        }
      }
    }
    return names.equals(listed(end));
  }

  private boolean isSound(String name, byte[] content) {
    var small = name.toLowerCase(Locale.ROOT);
    if (!names.add(small) || names.size() > MOST_PARTS) {
      return false;
    }
    var text = new String(content, ISO_8859_1);
    if (FOREIGN.stream().anyMatch(text::startsWith)) {
      return false;
    }
    if (!XML.matcher(text).lookingAt()) {
      return true;
    }
    columns += (int) COLUMN.matcher(text).results().limit(MOST_COLUMNS + 1L).count();
    return columns <= MOST_COLUMNS && text.indexOf('\0') < 0 && !ENCODING.matcher(text).find();
  }

  /** The names at the end of the zip, by which other programs find the parts. */
  private @Nullable Set<String> listed(int end) {
    var listed = new HashSet<String>();
    var at = number(end + 16, 4);
    for (var i = 0; i < number(end + 10, 2); i++) {
      if (at < 0 || at + 46 > end || number(at, 4) != 0x02014b50) {
        return null;
      }
      var length = number(at + 28, 2);
      if (at + 46 + length > end) {
        return null;
      }
      var name = new String(zip, at + 46, length, UTF_8);
      if (!listed.add(name.toLowerCase(Locale.ROOT))) {
        return null;
      }
      at += 46 + length + number(at + 30, 2) + number(at + 32, 2);
    }
    return at == end ? listed : null;
  }

  /** Where the end of the zip begins, if it is where the file ends; -1 otherwise. */
  private int end() {
    for (var i = zip.length - END_BYTES; i >= 0; i--) {
      if (number(i, 4) == 0x06054b50) {
        return i + END_BYTES + number(i + 20, 2) == zip.length ? i : -1;
      }
    }
    return -1;
  }

  private int number(int at, int length) {
    var number = 0;
    for (var i = length - 1; i >= 0; i--) {
      number = number << 8 | (zip[at + i] & 0xFF);
    }
    return number;
  }
}
