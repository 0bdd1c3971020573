package travel.opslayer.decision.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.schema.Column;

/** One cell of one row, where its mistakes are noted. */
record Cell(Grid grid, int row, int index, Column column, List<Problem> problems) {

  private static final Set<String> YES = Set.of("yes", "y", "x", "true");
  private static final Set<String> NO = Set.of("no", "n", "false");

  String text() {
    return grid.text(row, index);
  }

  /** As it is in the file, with the apostrophe that says that it is no formula. */
  String written() {
    return grid.written(row, index);
  }

  String title() {
    return column.title();
  }

  /** Such as B2. */
  String address() {
    return Grid.address(row, index);
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

  /** Of this text, which may be what a parameter says whose name is in the cell. */
  Reading yesOrNo(String text, String advice) {
    var typed = text.toLowerCase(Locale.ROOT);
    return YES.contains(typed) || NO.contains(typed)
        ? new Good(YES.contains(typed))
        : new Bad(
            "%s (%s) is neither yes nor no.".formatted(title(), Lexicon.shorten(text)), advice);
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
