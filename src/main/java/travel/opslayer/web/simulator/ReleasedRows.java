package travel.opslayer.web.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.tables.WrittenRows;

/** Finds rows in the files of a release, which are not what is on disk any more. */
final class ReleasedRows {

  private ReleasedRows() {}

  /**
   * @param zipped the files of the release
   * @param sources as rules name them
   */
  static Map<String, Map<String, String>> find(byte[] zipped, List<String> sources) {
    var rows = new LinkedHashMap<String, Map<String, String>>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var name = entry.getName();
        if (sources.stream().anyMatch(it -> it.startsWith(name))) {
          rows.putAll(WrittenRows.of(new RuleFile(name, zip.readAllBytes()), sources));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
