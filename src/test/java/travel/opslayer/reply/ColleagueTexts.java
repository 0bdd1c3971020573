package travel.opslayer.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts that colleagues alone read: the house speaks English. */
final class ColleagueTexts {

  static final Set<String> ALL = read();

  private ColleagueTexts() {}

  private static Set<String> read() {
    var file = "ColleagueTexts.txt";
    try (var names = Objects.requireNonNull(ColleagueTexts.class.getResourceAsStream(file), file)) {
      return new String(names.readAllBytes(), UTF_8).lines().collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
