package travel.opslayer.decision.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Verdict.Schedule;
import travel.opslayer.decision.language.Case.Part;
import travel.opslayer.decision.schema.Column.Expects;
import travel.opslayer.decision.schema.Column.Given;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/** A decision as somebody would have written it into a table of cases. */
final class KeptRow {

  private KeptRow() {}

  /** By title, in the order in which people read: what it is, what is known, what is expected. */
  static Map<String, String> cells(
      Schema schema,
      Vocabulary vocabulary,
      Situation known,
      Decision decision,
      String name,
      String why) {
    var cells = new LinkedHashMap<String, String>();
    for (var it : schema.columns()) {
      if (it instanceof Named) {
        cells.put(it.title(), name);
      } else if (it instanceof Note && !why.isEmpty()) {
        cells.put(it.title(), why);
      }
    }
    for (var field : vocabulary.fields()) {
      var value = known.values().get(field.name());
      if (value != null) {
        cells.put(Given.of(field).title(), text(value));
      }
    }
    for (var it : schema.columns()) {
      if (it instanceof Expects(var title, var part)) {
        expected(part, decision).ifPresent(text -> cells.put(title, text));
      }
    }
    return cells;
  }

  private static String text(Object value) {
    return value instanceof Boolean yes ? (yes ? "yes" : "no") : value.toString();
  }

  private static Optional<String> expected(Part part, Decision decision) {
    var answer = new Answer(decision);
    return switch (part) {
      case WISH -> Optional.of(answer.wish().cell());
      case PERMITTED -> Optional.of(answer.permitted(List.of()).cell());
      case REFUSED -> Optional.of(answer.refused().cell());
      case STATE -> Optional.of(answer.state().cell());
      case REPLY -> Optional.of(answer.reply().cell());
      case NOTIFY -> Optional.of(answer.notices().cell());
      // Without the delay, which is a number that staff change.
      case TIMER ->
          Optional.of(
              answer.timers(decision.timers().stream().map(Schedule::timer).toList()).cell());
      // The number of a row is another as soon as somebody adds one above it.
      case ROW -> Optional.empty();
    };
  }
}
