package travel.opslayer.decision.cases;

import java.util.List;

/**
 * What a decision says in one part, in the words that a case can expect.
 *
 * @param words empty for none
 * @param why there are none, where that needs a reason; else empty
 * @param rows names of the rules that said it
 */
record Said(List<String> words, String why, List<String> rows) {

  static final String NONE = "none";

  Said {
    words = List.copyOf(words);
    rows = List.copyOf(rows);
  }

  /** As staff would write it into the cell. */
  String cell() {
    return words.isEmpty() ? NONE : String.join(", ", words);
  }

  /** a, b and c. */
  static String listed(List<String> all) {
    var last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  @Override
  public String toString() {
    return cell()
        + (why.isEmpty() ? "" : ", for " + why)
        + (rows.isEmpty() ? "" : ", by " + listed(rows));
  }
}
