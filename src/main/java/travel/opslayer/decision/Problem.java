package travel.opslayer.decision;

import org.jspecify.annotations.Nullable;

/**
 * Something in the rule folder that its author has to mend, in words for people who do not program.
 *
 * @param file path under the folder
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
