package travel.opslayer.decision.tables;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.amounts.Amounts;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Data;

/** Reads what the authors say about the folder: one row, from when it counts, who and why. */
final class LabelRow {

  private static final Pattern HOUR = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");

  private final List<Problem> problems;
  private @Nullable Label label;

  private LabelRow(List<Problem> problems) {
    this.problems = problems;
  }

  static Label of(Map<Grid, Schema> grids, List<Problem> problems) {
    var reader = new LabelRow(problems);
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() == Data.RELEASE) {
            Layout.rows(grid, schema, problems).forEach(reader::read);
          }
        });
    return reader.label == null ? Label.NONE : reader.label;
  }

  private void read(List<Cell> row) {
    if (label != null) {
      row.getFirst().refuse("A folder has one row about itself.", "delete the others.");
      return;
    }
    var cells = new HashMap<String, Cell>();
    for (var cell : row) {
      if (cell.column() instanceof Datum it && !cell.isBlank()) {
        cells.put(it.part(), cell);
      } else if (cell.column() instanceof Datum it && !it.blank()) {
        cell.refuseBlank();
      }
    }
    label = new Label(from(cells), text(cells.get("who")), text(cells.get("why")));
  }

  private static @Nullable LocalDateTime from(Map<String, Cell> cells) {
    var day = cells.get("from");
    var hour = cells.get("hour");
    if (day == null) {
      if (hour != null) {
        hour.refuse(
            "There is an hour (%s) and no day.".formatted(Lexicon.shorten(hour.text())),
            "fill in the day too, or neither.");
      }
      return null;
    }
    var date = day.value(Amounts.day(day.title(), day.text())).map(LocalDate.class::cast);
    var time = hour == null ? Optional.of(LocalTime.MIDNIGHT) : time(hour);
    return date.isPresent() && time.isPresent() ? date.get().atTime(time.get()) : null;
  }

  private static Optional<LocalTime> time(Cell hour) {
    var typed = HOUR.matcher(hour.text());
    if (typed.matches()) {
      return Optional.of(
          LocalTime.of(Integer.parseInt(typed.group(1)), Integer.parseInt(typed.group(2))));
    }
    hour.refuse(
        "%s (%s) is no time of day.".formatted(hour.title(), Lexicon.shorten(hour.text())),
        "write it as 06:00 or 18:30.");
    return Optional.empty();
  }

  private static @Nullable String text(@Nullable Cell cell) {
    return cell == null
        ? null
        : cell.value(Lexicon.phrase(cell.title(), cell.text())).map(Object::toString).orElse(null);
  }
}
