package travel.opslayer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleZip;
import travel.opslayer.decision.tables.TableText;

/** Rule files as lines of text. */
final class RuleText {

  private final PrintStream out;
  private final PrintStream err;
  private final Path home;

  RuleText(PrintStream out, PrintStream err, Path home) {
    this.out = out;
    this.err = err;
    this.home = home;
  }

  int show(List<String> names) {
    var code = CommandLine.WELL;
    for (var name : names) {
      try {
        var file = new RuleFile(name, Files.readAllBytes(home.resolve(name)));
        TableText.of(file).forEach(out::println);
      } catch (IOException e) {
        err.println("There is no file (%s) that can be read.".formatted(name));
        code = CommandLine.WRONG;
      }
    }
    return code;
  }

  /** Like the tool of this name: 1 when there is a difference. */
  int diff(String old, String other) {
    Map<String, List<String>> before;
    Map<String, List<String>> after;
    try {
      before = lines(old);
      after = lines(other);
    } catch (IOException e) {
      err.println(e.getMessage());
      return CommandLine.USAGE;
    }
    var code = CommandLine.WELL;
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      var was = before.getOrDefault(name, List.of());
      var is = after.getOrDefault(name, List.of());
      if (!was.equals(is)) {
        code = CommandLine.WRONG;
        out.println(name);
        difference(was, is).forEach(out::println);
      }
    }
    return code;
  }

  /** Rows that are gone, then rows that came; rows that only moved say so. */
  private static List<String> difference(List<String> was, List<String> is) {
    var gone = new ArrayList<>(was);
    is.forEach(gone::remove);
    var came = new ArrayList<>(is);
    was.forEach(came::remove);
    var lines = new ArrayList<String>();
    gone.forEach(it -> lines.add("  - " + it));
    came.forEach(it -> lines.add("  + " + it));
    return lines.isEmpty() ? List.of("  rows stand in another order") : lines;
  }

  private Map<String, List<String>> lines(String name) throws IOException {
    var path = home.resolve(name);
    List<RuleFile> files;
    if (Files.isDirectory(path)) {
      files = RuleFolder.read(path);
    } else if (name.endsWith(".zip")) {
      files = RuleZip.read(Files.readAllBytes(path));
    } else {
      throw new IOException("This is neither a folder nor a zip (%s).".formatted(name));
    }
    var lines = new TreeMap<String, List<String>>();
    files.forEach(it -> lines.put(it.name(), TableText.rows(it)));
    return lines;
  }
}
