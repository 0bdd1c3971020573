package travel.opslayer.decision.classic.snippets;

import java.util.List;
import travel.opslayer.decision.language.Condition.Operator;

/** What a condition column asks, before a cell is filled in. */
public sealed interface Ask {

  record Compared(String field, Operator operator, Value value) implements Ask {}

  record Listed(String field, boolean isNot, List<Value> values) implements Ask {}

  record Known(String field, boolean isKnown) implements Ask {}

  /** Joined by 'and' or by 'or'. */
  record Joined(boolean isAnd, List<Ask> parts) implements Ask {}

  /** Once for each part of the cell. */
  record Each(boolean isAnd, Ask one) implements Ask {}

  /** Understands the snippet of a column, with what stands above it. */
  static Ask of(String pattern, String snippet) throws NotCarried {
    return new AskReader(pattern).read(snippet);
  }
}
