package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;

/**
 * Rows without which every decision would be the same: no situation fits, or others come first, or
 * another one says the same whenever they fire.
 */
final class IdleRows {

  private final Index table;
  private final List<Problem> notes;

  private IdleRows(Index table, List<Problem> notes) {
    this.table = table;
    this.notes = notes;
  }

  static List<Problem> find(Survey survey) {
    var notes = new ArrayList<Problem>();
    for (var table : survey.tables()) {
      var rows = new IdleRows(new Index(survey.axes(), table), notes);
      var isFirst = table.getFirst().rule().policy() == HitPolicy.FIRST;
      for (var i = 0; i < table.size(); i++) {
        if (table.get(i).boxes().isEmpty()) {
          rows.noteNever(table.get(i).rule());
        } else if (isFirst) {
          rows.noteShadowed(i);
        } else {
          rows.noteRepeated(i);
        }
      }
    }
    return notes;
  }

  private void noteNever(Rule rule) {
    notes.add(
        rule.origin()
            .problem(
                "%s never fires: what it asks contradicts itself.".formatted(Wording.thisRow(rule)),
                "change it or delete it."));
  }

  private void noteShadowed(int row) {
    var area = table.areas().get(row);
    var above = table.touching(area);
    above.clear(row, table.areas().size());
    var takers = table.covering(area, above).stream().map(Area::rule).toList();
    if (!takers.isEmpty()) {
      var rule = area.rule();
      notes.add(
          rule.origin()
              .problem(
                  "This row never counts: %s come%s first in every situation that fits it."
                      .formatted(Wording.rows(takers, rule), takers.size() == 1 ? "s" : ""),
                  "move it up or delete it."));
    }
  }

  private void noteRepeated(int row) {
    var area = table.areas().get(row);
    var rule = area.rule();
    table.touching(area).stream()
        .filter(it -> it != row && repeats(row, it))
        .mapToObj(it -> table.areas().get(it).rule())
        .findFirst()
        .ifPresent(
            other ->
                notes.add(
                    rule.origin()
                        .problem(
                            "%s adds nothing: %s says the same in every situation that fits it."
                                .formatted(Wording.thisRow(rule), Wording.row(other, rule)),
                            "delete it or change what it asks.")));
  }

  /** Of two that ask the same, only the lower one. */
  private boolean repeats(int row, int other) {
    var area = table.areas().get(row);
    var larger = table.areas().get(other);
    return area.rule().then().equals(larger.rule().then())
        && table.covers(other, area)
        && (other < row || !table.covers(row, larger));
  }
}
