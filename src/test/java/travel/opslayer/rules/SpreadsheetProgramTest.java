package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.Shipped;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.rows.PastReleases;

/**
 * Every table that ships is opened, changed and saved by LibreOffice, and still loads. Needs the
 * Debian packages libreoffice-calc-nogui and python3-uno.
 */
class SpreadsheetProgramTest {

  @TempDir Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void what_a_spreadsheet_program_saves_can_be_read() throws Exception {
    var files = new ArrayList<String>();
    var csv = copy("as-csv");
    var xlsx = copy("as-xlsx");
    for (var table : tables(csv)) {
      files.addAll(List.of(table.toString(), table.toString()));
    }
    for (var table : tables(xlsx)) {
      var workbook = table.toString().replaceFirst("csv$", "xlsx");
      files.addAll(List.of(table.toString(), workbook));
      files.addAll(List.of(workbook, workbook)); // as somebody who opens it once more
    }
    edit(files);
    for (var table : tables(xlsx)) {
      Files.delete(table);
    }

    var shipped = rules(Shipped.RULES);
    assertThat(rules(csv)).isEqualTo(shipped).isPositive();
    assertThat(rules(xlsx)).isEqualTo(shipped);
    assertThat(tables(csv)).allMatch(it -> differs(csv, it));
  }

  private Path copy(String name) throws IOException {
    var copy = folder.resolve(name);
    FileUtils.copyDirectory(Shipped.RULES.toFile(), copy.toFile());
    return copy;
  }

  private static List<Path> tables(Path rules) throws IOException {
    try (Stream<Path> files = Files.walk(rules)) {
      return files.filter(it -> it.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static int rules(Path rules) throws IOException {
    var written = Shipped.bean(PastReleases.class).of("edited", RuleFolder.read(rules)).written();
    assertThat(written.problems()).isEmpty();
    return written.rules().size() + written.phrases().size() + written.parameters().values().size();
  }

  private static boolean differs(Path rules, Path table) {
    try {
      return Files.mismatch(table, Shipped.RULES.resolve(rules.relativize(table))) >= 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void edit(List<String> files) throws IOException, InterruptedException {
    var program =
        new ProcessBuilder(
                "soffice",
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--accept=pipe,name=" + pipe() + ";urp;")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("program.log").toFile())
            .start();
    try {
      var words =
          new ArrayList<>(List.of("/usr/bin/python3", "src/test/resources/spreadsheet/edit.py"));
      words.add(pipe());
      words.addAll(files);
      var log = folder.resolve("edit.log");
      var script =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      assertThat(script.waitFor()).as(() -> read(log)).isZero();
    } finally {
      program.descendants().forEach(ProcessHandle::destroyForcibly);
      program.destroyForcibly().waitFor();
    }
  }

  /** One that no other build on this machine has. */
  private String pipe() {
    return "opslayer" + Math.abs(folder.hashCode());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
