package travel.opslayer.decision.language;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Problem;

/**
 * Where a rule stands; sorts as people read: by file, then by row or line as a number.
 *
 * @param sheet null for a file without sheets
 * @param isRow whether {@code number} is a row of a table or a line of a text
 */
public record Origin(String file, @Nullable String sheet, int number, boolean isRow)
    implements Comparable<Origin> {

  private static final Comparator<Origin> ORDER =
      comparing(Origin::title)
          .thenComparing(Origin::file)
          .thenComparing(it -> it.sheet() == null ? "" : it.sheet())
          .thenComparingInt(Origin::number);

  public static Origin row(String file, @Nullable String sheet, int row) {
    return new Origin(file, sheet, row, true);
  }

  public static Origin line(String file, int line) {
    return new Origin(file, null, line, false);
  }

  /** Something that is wrong with the rule as a whole. */
  public Problem problem(String sentence, String advice) {
    return isRow
        ? new Problem(file, sheet, "A" + number, null, sentence, advice)
        : new Problem(file, sheet, null, number, sentence, advice);
  }

  /** Empty for a file beside the folders. */
  public String folder() {
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }

  /** Without its ending: people expect assign-2.csv after assign.csv. */
  private String title() {
    return file.substring(0, Math.max(0, file.lastIndexOf('.')));
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + (sheet == null ? "" : "#" + sheet) + (isRow ? "!" : ":") + number;
  }
}
