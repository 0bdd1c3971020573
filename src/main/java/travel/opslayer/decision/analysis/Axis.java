package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.rows.Holds;
import travel.opslayer.facts.Field;

/**
 * What rules can tell apart in one field: each value that they name, one that stands for all others
 * between or beside them, and 'unknown' as the last. Within one of them every condition holds or
 * none does, so a set of them says exactly when a condition holds.
 */
final class Axis {

  /** Brackets are in no word that rules may use for a value. */
  static final String OTHER = "(anything else)";

  private final List<Object> values;
  private final List<Map<String, Object>> situations;
  private final BitSet all;

  private Axis(String field, List<Object> values) {
    this.values = List.copyOf(values);
    situations = new ArrayList<>();
    values.forEach(it -> situations.add(Map.of(field, it)));
    situations.add(Map.of());
    all = new BitSet();
    all.set(0, situations.size());
  }

  /**
   * @param named the values of the field that any rule names
   */
  static Axis of(Field field, Set<Object> named) {
    return new Axis(
        field.name(),
        switch (field.type()) {
          case YES_NO -> List.of(true, false);
          case NUMBER -> numbers(named);
          case TEXT -> field.words().isEmpty() ? texts(named) : List.copyOf(field.words());
        });
  }

  private static List<Object> texts(Set<Object> named) {
    var texts = new ArrayList<Object>(new TreeSet<>(named));
    texts.add(OTHER);
    return texts;
  }

  /** One below the smallest, and each with its successor, which stands for all up to the next. */
  private static List<Object> numbers(Set<Object> named) {
    var numbers = new TreeSet<Long>();
    for (var it : named) {
      numbers.add((Long) it);
      numbers.add((Long) it + 1);
    }
    numbers.add(numbers.isEmpty() ? 0L : numbers.first() - 1);
    return List.copyOf(numbers);
  }

  /** All positions, from 0. */
  BitSet all() {
    return all;
  }

  int size() {
    return situations.size();
  }

  List<Object> values() {
    return values;
  }

  boolean isUnknown(int position) {
    return position == values.size();
  }

  /** The values of a set that rules name; none of one that holds for whatever nobody names. */
  List<Object> named(BitSet set) {
    return set.get(values.size()) || set.get(values.size() - 1) && values.getLast().equals(OTHER)
        ? List.of()
        : set.stream().mapToObj(values::get).toList();
  }

  /** The positions at which a condition on this field holds. */
  BitSet fitting(Condition condition) {
    var fitting = new BitSet(size());
    for (var i = 0; i < situations.size(); i++) {
      fitting.set(i, Holds.of(condition, situations.get(i)));
    }
    return fitting;
  }
}
