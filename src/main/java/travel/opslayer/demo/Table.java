package travel.opslayer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of the demo: plain words with commas, nothing quoted. */
final class Table {

  private Table() {}

  /** One row, by its titles. */
  record Line(Map<String, String> cells) {

    String get(String title) {
      var cell = cells.get(title);
      if (cell == null) {
        throw new IllegalStateException("The demo has no column (%s).".formatted(title));
      }
      return cell;
    }
  }

  static List<Line> read(String name) {
    try (var file = Table.class.getResourceAsStream("/demo/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The demo has no table (%s).".formatted(name));
      }
      var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      var titles = lines.getFirst().split(",");
      return lines.stream().skip(1).map(it -> row(titles, it.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line row(String[] titles, String[] cells) {
    var row = new LinkedHashMap<String, String>();
    for (var i = 0; i < titles.length; i++) {
      row.put(titles[i], cells[i]);
    }
    return new Line(row);
  }
}
