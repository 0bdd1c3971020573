package travel.opslayer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of a house: a copy of the rules and texts that ship. */
final class HouseFiles {

  private HouseFiles() {}

  static Path folder() {
    try {
      return Files.createTempDirectory("house");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules and texts that ship; {@code patient} as they are. */
  static void copyTo(Path folder, boolean patient) {
    copy(folder, "rules");
    copy(folder, "templates");
    if (!patient) {
      edit(folder, "parameters.csv", "P-BURST,4 s", "P-BURST,0 s");
      edit(folder, "parameters.csv", "P-BURST-STAFF,1 s", "P-BURST-STAFF,0 s");
    }
  }

  static void edit(Path folder, String file, String what, String with) {
    var path = folder.resolve("rules").resolve(file);
    try {
      var text = Files.exists(path) ? Files.readString(path) : "";
      if (!text.contains(what)) {
        throw new IllegalArgumentException("There is no (%s) in %s.".formatted(what, file));
      }
      Files.writeString(path, text.replace(what, with));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path folder, String name) {
    var from = Path.of(name).toAbsolutePath();
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(name).resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
