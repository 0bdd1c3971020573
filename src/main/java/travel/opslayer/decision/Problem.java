package travel.opslayer.decision;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something in the rule folder that its author has to mend, or as a note only to look at, in words
 * for people who do not program.
 *
 * @param file path under the folder; of a template, with its folder
 * @param sheet null for a file without sheets
 * @param cell such as B2; null where a line says more
 * @param line from 1; null where a cell says more
 * @param advice what to try, without the word Maybe; empty when nobody knows
 */
public record Problem(
    String file,
    @Nullable String sheet,
    @Nullable String cell,
    @Nullable Integer line,
    String sentence,
    String advice) {

  /** Names of sheets and pieces of YAML come here as they are; each mistake stays one line. */
  private static final Pattern BREAKS =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  private static final int LONGEST = 600;

  public Problem {
    file = line(file);
    sheet = sheet == null ? null : line(sheet);
    sentence = line(sentence);
    advice = line(advice);
  }

  private static String line(String text) {
    var line = BREAKS.matcher(text).replaceAll(" ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /** Without the value, for a cell may hold a name: fit for a log. */
  String place() {
    return file + (sheet == null ? "" : " " + sheet) + " " + (cell == null ? line : cell);
  }

  /** One line: {@code FILE[:SHEET]:CELL-or-LINE: sentence. Maybe advice.} */
  @Override
  public String toString() {
    var place = new StringBuilder(file);
    if (sheet != null) {
      place.append(':').append(sheet);
    }
    if (cell != null) {
      place.append(':').append(cell);
    } else if (line != null) {
      place.append(':').append(line);
    }
    return place + ": " + sentence + (advice.isEmpty() ? "" : " Maybe " + advice);
  }
}
