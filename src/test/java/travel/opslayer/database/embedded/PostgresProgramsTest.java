package travel.opslayer.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

  @TempDir Path folder;

  @Test
  void a_machine_without_tar_gets_the_same_programs() throws Exception {
    var quick = PostgresPrograms.unpackedIn(folder.resolve("quick"));
    var slow = Files.createDirectory(folder.resolve("slow"));
    PostgresPrograms.unpackSlowly(PostgresPrograms.archive(), slow);

    assertThat(files(slow)).isEqualTo(files(quick.folder())).containsKey("bin/postgres");
    assertThat(slow.resolve("bin/initdb")).isExecutable();
    assertThat(slow.resolve("lib/libpq.so")).isSymbolicLink();
  }

  @Test
  void what_is_unpacked_once_stays() throws Exception {
    var first = PostgresPrograms.unpackedIn(folder.resolve("home"));
    var mark = Files.createFile(first.folder().resolve("mark"));

    assertThat(PostgresPrograms.unpackedIn(folder.resolve("home"))).isEqualTo(first);
    assertThat(mark).exists();
  }

  private static Map<String, Long> files(Path root) throws IOException {
    var found = new TreeMap<String, Long>();
    try (var paths = Files.walk(root)) {
      for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        found.put(root.relativize(path).toString(), Files.size(path));
      }
    }
    return found;
  }
}
