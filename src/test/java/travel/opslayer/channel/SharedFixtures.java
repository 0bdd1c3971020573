package travel.opslayer.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Payloads that are kept beside this project and may be missing. */
public final class SharedFixtures {

  private SharedFixtures() {}

  public static Optional<Path> folder() {
    return Stream.of(Path.of("../shared"), Path.of(System.getProperty("opslayer.shared", "")))
        .map(it -> it.resolve("fixtures"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  public static byte[] read(String file) throws IOException {
    return Files.readAllBytes(folder().orElseThrow().resolve(file));
  }
}
