package travel.opslayer.decision.tables;

import java.util.List;
import java.util.Set;
import travel.opslayer.decision.Problem;

/**
 * A sheet that is no table of ours, as text; nothing in it was run or calculated.
 *
 * @param grid merged cells all hold what the first of them holds
 * @param refused addresses of cells whose text is not what they show or hold, such as formulas
 * @param problems why they were refused
 * @param remarks what people do not see, or see otherwise, and what was made of it
 */
public record ForeignSheet(
    Grid grid, Set<String> refused, List<Problem> problems, List<Problem> remarks) {

  public ForeignSheet {
    refused = Set.copyOf(refused);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  public int rows() {
    return grid.rows().size();
  }

  /** Blank where there is no cell. */
  public String text(int row, int column) {
    return row >= 1 && row <= rows() ? grid.text(row, column) : "";
  }

  public int width(int row) {
    return row >= 1 && row <= rows() ? grid.rows().get(row - 1).size() : 0;
  }

  public boolean isRefused(int row, int column) {
    return refused.contains(Grid.address(row, column));
  }
}
