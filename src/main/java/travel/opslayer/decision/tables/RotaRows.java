package travel.opslayer.decision.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.amounts.Amounts;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Data;
import travel.opslayer.facts.Rota;
import travel.opslayer.facts.Rota.Hours;
import travel.opslayer.facts.Rota.Shift;

/** Reads who is on duty when. */
final class RotaRows {

  private static final Set<String> NOBODYS = Set.of("customer", "timer");

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");

  private final List<Problem> problems;
  private final List<Shift> shifts = new ArrayList<>();

  private RotaRows(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * @param lexicon knows the roles, those of the company included
   */
  static Rota of(Map<Grid, Schema> grids, Lexicon lexicon, List<Problem> problems) {
    var reader = new RotaRows(problems);
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() == Data.ROTA) {
            Layout.rows(grid, schema, problems).forEach(it -> reader.read(it, lexicon));
          }
        });
    return new Rota(reader.shifts);
  }

  private void read(List<Cell> row, Lexicon lexicon) {
    var cells = new HashMap<String, Cell>();
    for (var cell : row) {
      if (cell.column() instanceof Datum it && !cell.isBlank()) {
        cells.put(it.part(), cell);
      } else if (cell.column() instanceof Datum it && !it.blank()) {
        cell.refuseBlank();
      }
    }
    var role = role(cells.get("role"), lexicon);
    var who = who(cells.get("who"));
    var hours = hours(cells.get("hours"));
    var from = day(cells.get("from"));
    var last = cells.get("until");
    var until = day(last);
    if (last != null && from != null && until != null && until.isBefore(from)) {
      last.refuse("It ends (%s) before it begins.".formatted(until), "swap the days.");
    }
    if (role.isPresent() && who.isPresent() && hours.isPresent()) {
      shifts.add(new Shift(role.get(), who.get(), hours.get(), from, until));
    }
  }

  private static Optional<String> role(@Nullable Cell cell, Lexicon lexicon) {
    if (cell == null || !(cell.column() instanceof Datum it)) {
      return Optional.empty();
    }
    var role =
        cell.value(lexicon.word(it.words(), cell.title(), cell.text())).map(Object::toString);
    if (role.filter(NOBODYS::contains).isPresent()) {
      cell.refuse(
          "%s (%s) is no role of colleagues.".formatted(cell.title(), role.get()),
          "write operations, sales, field, manager or one of your own.");
      return Optional.empty();
    }
    return role;
  }

  private static Optional<String> who(@Nullable Cell cell) {
    if (cell == null) {
      return Optional.empty();
    }
    if (CODE.matcher(cell.text()).matches()) {
      return Optional.of(cell.text().toUpperCase(Locale.ROOT));
    }
    cell.refuse(
        "%s (%s) is not the code of one colleague."
            .formatted(cell.title(), Lexicon.shorten(cell.text())),
        "write one, such as BIKRAM, and a row for each.");
    return Optional.empty();
  }

  private static Optional<Hours> hours(@Nullable Cell cell) {
    if (cell == null) {
      return Optional.empty();
    }
    var read = Hours.of(cell.text());
    if (read.isEmpty()) {
      cell.refuse(
          "%s (%s) are no hours.".formatted(cell.title(), Lexicon.shorten(cell.text())),
          "write two digits, and a row for each when the days do not follow each other: Sun-Fri"
              + " 09:00-19:00, or Sat 19:00-07:00 over night.");
    }
    return read;
  }

  private static @Nullable LocalDate day(@Nullable Cell cell) {
    return cell == null
        ? null
        : cell.value(Amounts.day(cell.title(), cell.text()))
            .map(LocalDate.class::cast)
            .orElse(null);
  }
}
