package travel.opslayer.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes and sources of the house, read once for all tests of its plan. */
final class HouseClasses {

  static final String HOUSE = "travel.opslayer";
  static final Path MAIN = Path.of("src/main/java");
  static final Path TESTS = Path.of("src/test/java");

  static final JavaClasses ALL = new ClassFileImporter().importPath(Path.of("target/classes"));

  private HouseClasses() {}

  static List<Path> sources(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
