package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import travel.opslayer.decision.RuleFile;

/** Writes a table of ours that was not there before. */
public final class NewTable {

  private NewTable() {}

  /**
   * @param rows by title; a title that a row does not have is a blank cell
   */
  public static RuleFile of(String name, List<String> titles, List<Map<String, String>> rows) {
    var lines =
        rows.stream().map(row -> titles.stream().map(it -> row.getOrDefault(it, "")).toList());
    var text =
        Stream.concat(Stream.of(titles), lines)
            .map(it -> it.stream().map(CsvGrid::written).collect(joining(",", "", "\n")))
            .collect(joining());
    return new RuleFile(name, text.getBytes(UTF_8));
  }
}
