package travel.opslayer.decision.language;

import java.util.Map;

/**
 * Where things stand in the tables, so that a sentence about rules can name them as their authors
 * do.
 *
 * @param titles of the columns that ask something, by table and field
 * @param parameters the row of each
 */
public record Places(Map<String, Map<String, Title>> titles, Map<String, Origin> parameters) {

  public static final Places NONE = new Places(Map.of(), Map.of());

  /**
   * What a column is called.
   *
   * @param whetherKnown whether yes and no in it say that there is a value, and not which
   */
  public record Title(String text, boolean whetherKnown) {}

  public Places {
    titles = Map.copyOf(titles);
    parameters = Map.copyOf(parameters);
  }

  /** Where there is no column, as in rules by hand, the field itself. */
  public Title title(String table, String field) {
    return titles.getOrDefault(table, Map.of()).getOrDefault(field, new Title(field, false));
  }
}
