package travel.opslayer.decision.tables;

import java.util.List;
import java.util.Optional;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.schema.Column;

/** One cell of one row, where its mistakes are noted. */
record Cell(Grid grid, int row, int index, Column column, List<Problem> problems) {

  String text() {
    return grid.text(row, index);
  }

  String title() {
    return column.title();
  }

  boolean isBlank() {
    return text().isEmpty();
  }

  void refuse(String sentence, String advice) {
    problems.add(grid.problem(row, index, sentence, advice));
  }

  void refuseBlank() {
    refuse("%s is blank.".formatted(title()), "fill it in.");
  }

  /** The value, or empty and a problem more. */
  Optional<Object> value(Reading reading) {
    return switch (reading) {
      case Good(var value) -> Optional.of(value);
      case Bad(var sentence, var advice) -> {
        refuse(sentence, advice);
        yield Optional.empty();
      }
    };
  }
}
