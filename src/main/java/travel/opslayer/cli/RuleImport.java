package travel.opslayer.cli;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.classic.ClassicImport;
import travel.opslayer.decision.classic.Imported;
import travel.opslayer.decision.rows.PastReleases;

/** Makes files for a rule folder of a classic Drools spreadsheet, and tells what was lost. */
final class RuleImport {

  /** One byte more than any file may have, so that its reader sees that it is too big. */
  private static final int TASTE = (1 << 20) + 1;

  private static final String TO = "to=";

  private final PrintStream out;
  private final PrintStream err;
  private final Path home;

  RuleImport(PrintStream out, PrintStream err, Path home) {
    this.out = out;
    this.err = err;
    this.home = home;
  }

  /**
   * @param file the spreadsheet
   * @param words the rule folder that it is for, and to=FOLDER; each may be missing
   */
  int run(String file, List<String> words) {
    var folder = words.stream().filter(it -> !it.startsWith(TO)).toList();
    var to = words.stream().filter(it -> it.startsWith(TO)).findFirst().map(this::target);
    if (to.filter(it -> !isNew(it)).isPresent()) {
      err.println(
          "This folder is not empty (%s). Maybe name one that is not there yet."
              .formatted(to.get()));
      return CommandLine.USAGE;
    }
    Optional<RuleFile> read = read(file);
    return read.isEmpty()
        ? CommandLine.USAGE
        : new RuleCheck(err, err, home).with(folder, it -> run(read.get(), it, to));
  }

  private Path target(String word) {
    return home.resolve(word.substring(TO.length())).normalize();
  }

  private static boolean isNew(Path folder) {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return !Files.exists(folder);
    }
  }

  private Optional<RuleFile> read(String name) {
    var path = home.resolve(name);
    try (var bytes = Files.newInputStream(path)) {
      var plain = String.valueOf(path.getFileName());
      return Optional.of(new RuleFile(plain, bytes.readNBytes(TASTE)));
    } catch (IOException e) {
      err.println("There is no file (%s) that can be read.".formatted(name));
      return Optional.empty();
    }
  }

  private int run(RuleFile file, ApplicationContext container, Optional<Path> to) {
    var rules = container.getBean(RuleFolder.class);
    List<RuleFile> folder;
    try {
      folder = rules.files();
    } catch (UncheckedIOException e) {
      rules.check().problems().forEach(err::println);
      return CommandLine.WRONG;
    }
    var words = container.getBean(PastReleases.class).of("imported", folder).written().lexicon();
    var imported = ClassicImport.of(file, folder, words);
    imported.problems().forEach(err::println);
    imported.remarks().forEach(it -> err.println("note: " + it));
    var handed = hand(imported.files(), to);
    var wrong = checked(rules, folder, imported);
    wrong.forEach(err::println);
    err.println("%d of %d rows are carried over.".formatted(imported.carried(), imported.rows()));
    return handed && imported.problems().isEmpty() && wrong.isEmpty()
        ? CommandLine.WELL
        : CommandLine.WRONG;
  }

  /** What the service would say if the files stood in the folder. */
  private static List<Problem> checked(RuleFolder rules, List<RuleFile> folder, Imported imported) {
    if (imported.files().isEmpty()) {
      return List.of();
    }
    var together = new ArrayList<>(folder);
    together.addAll(imported.files());
    return rules.check(together).problems();
  }

  private boolean hand(List<RuleFile> files, Optional<Path> to) {
    var handed = true;
    for (var it : files) {
      if (to.isPresent()) {
        handed &= save(it, to.get());
      } else {
        if (files.size() > 1) {
          out.println("==> %s <==".formatted(it.name()));
        } else {
          err.println("note: this belongs into %s.".formatted(it.name()));
        }
        out.writeBytes(it.bytes());
      }
    }
    out.flush();
    return handed;
  }

  private boolean save(RuleFile file, Path folder) {
    var path = folder.resolve(file.name()).normalize();
    try {
      if (!path.startsWith(folder)) {
        throw new IOException("its schema names a place outside of the folder");
      }
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.bytes(), CREATE_NEW);
      out.println(file.name());
      return true;
    } catch (IOException e) {
      err.println("A file (%s) cannot be written: %s.".formatted(file.name(), e.getMessage()));
      return false;
    }
  }
}
