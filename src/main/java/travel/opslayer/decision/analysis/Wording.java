package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.List;
import travel.opslayer.decision.language.Origin;
import travel.opslayer.decision.language.Places;
import travel.opslayer.decision.language.Places.Title;
import travel.opslayer.decision.language.Rule;

/** Rows and situations as people who fill tables call them. */
final class Wording {

  private static final int MOST_ROWS = 5;

  private final Axes axes;
  private final Places places;

  Wording(Axes axes, Places places) {
    this.axes = axes;
    this.places = places;
  }

  /** Row 3 of which file; in the same one, only its number. */
  static String row(Rule rule, Rule seenFrom) {
    var origin = rule.origin();
    var number = (origin.isRow() ? "row " : "line ") + origin.number();
    return isBeside(origin, seenFrom.origin()) ? number : number + " of " + origin.file();
  }

  private static boolean isBeside(Origin origin, Origin other) {
    return origin.file().equals(other.file());
  }

  static String thisRow(Rule rule) {
    return rule.origin().isRow() ? "This row" : "This rule";
  }

  /** Row 3, row 4 and row 5. */
  static String rows(List<Rule> rules, Rule seenFrom) {
    var names = rules.stream().limit(MOST_ROWS).map(it -> row(it, seenFrom)).toList();
    return rules.size() > MOST_ROWS
        ? String.join(", ", names) + " and others"
        : list(names, " and ");
  }

  static String list(List<String> words, String last) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + last + words.getLast();
  }

  /** One situation of the box, in the columns of the rule's table that the box narrows. */
  String example(Box box, Rule rule) {
    var parts = new ArrayList<String>();
    for (var i = 0; i < axes.size(); i++) {
      var set = box.sets().get(i);
      if (set.cardinality() < axes.axis(i).size()) {
        var title = title(rule, axes.field(i));
        parts.add(title.text() + " " + value(axes.axis(i), set.nextSetBit(0), title));
      }
    }
    return parts.isEmpty() ? "always" : "for example with " + list(parts, " and ");
  }

  Title title(Rule rule, String field) {
    return places.title(rule.table(), field);
  }

  private static String value(Axis axis, int position, Title title) {
    if (title.whetherKnown()) {
      return axis.isUnknown(position) ? "no" : "yes";
    }
    return axis.isUnknown(position)
        ? "unknown"
        : switch (axis.values().get(position)) {
          case Boolean yes -> yes ? "yes" : "no";
          case Object value -> value.toString();
        };
  }
}
