package travel.opslayer.decision.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Compare;
import travel.opslayer.decision.schema.Column.Datum;

/**
 * What developers say about a table, so that staff need only fill it in.
 *
 * @param file the schema's own
 * @param table pattern of paths without ending, such as {@code 20-authorise/permit*}; all files
 *     that it fits are one table, in the order of their names
 */
public record Schema(String file, String table, Sort sort, List<Column> columns) {

  public Schema {
    columns = List.copyOf(columns);
  }

  /** What becomes of the rows. */
  public sealed interface Sort {}

  /**
   * Each row is a rule.
   *
   * @param constants arguments of the verb that are the same in every row, by position from 1
   * @param everybody whether a row without any condition may stand, and is for everybody
   */
  public record Rules(
      Phase phase, HitPolicy policy, Verb verb, Map<Integer, String> constants, boolean everybody)
      implements Sort {}

  /** Rows that rules or Java look up, that the rules are tried with, or that speak of them all. */
  public enum Data implements Sort {
    WORDS,
    PARAMETERS,
    VOCABULARY,
    CASES,
    RELEASE,
    ROTA
  }

  /** Whether the column of this title asks for days, which a workbook keeps in a way of its own. */
  public boolean hasDays(String title) {
    return columns.stream()
        .anyMatch(it -> isDay(it) && Nearest.same(title, List.of(it.title())).isPresent());
  }

  private boolean isDay(Column column) {
    return switch (column) {
      case Asked it -> it.compare() == Compare.DATE;
      case Datum it -> sort == Data.RELEASE && it.part().equals("from") || isDayOfRota(it);
      default -> false;
    };
  }

  private boolean isDayOfRota(Datum column) {
    return sort == Data.ROTA && Set.of("from", "until").contains(column.part());
  }

  /** Most files are told apart by how they begin: hundreds are compared with hundreds. */
  public boolean fits(String path) {
    var name = path.substring(0, path.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    var begins = table.toLowerCase(Locale.ROOT).split("\\*", 2)[0];
    return name.startsWith(begins) && pattern().matcher(name).matches();
  }

  private Pattern pattern() {
    var parts = table.toLowerCase(Locale.ROOT).split("\\*", -1);
    return Pattern.compile(
        String.join("[^/]*", List.of(parts).stream().map(Pattern::quote).toList()));
  }
}
