package travel.opslayer.facts.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of words as they ship, the day of the tests and what is on sale on it. */
public final class ShippedWords {

  static final List<String> LANGUAGES = List.of("en", "es", "hi", "ne");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 8);
  public static final Lexicon LEXICON =
      Lexicon.of(LANGUAGES.stream().flatMap(ShippedWords::rows).toList());

  static final ProductNames PRODUCTS =
      ProductNames.of(
          List.of(
              new ProductName("EBC", List.of("Everest Base Camp", "Campo base del Everest")),
              new ProductName("ABC", List.of("Annapurna Base Camp", "Annapurnas")),
              new ProductName("PSR", List.of("Pokhara sunrise day trip")),
              new ProductName("PLK", List.of("Pokhara lakes"))));

  private ShippedWords() {}

  static Stream<Phrase> rows(String language) {
    return Stream.of(
            "words-",
            "words-details-",
            "words-filler-",
            "words-topics-",
            "words-commands-",
            "words-office-",
            "words-overview-",
            "words-field-")
        .filter(it -> Files.exists(file(it + language + ".csv"))) // colleagues command in English
        .flatMap(it -> lines(it + language + ".csv").skip(1))
        .map(it -> row(language, it));
  }

  private static Path file(String name) {
    return Path.of("rules/10-classify").resolve(name);
  }

  static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(file(file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Understanding read(@Nullable String hint, String... bubbles) {
    return new Reader().read(List.of(bubbles), LEXICON, PRODUCTS, new Hints(null, hint, TODAY));
  }

  private static Phrase row(String language, String line) {
    var cells = line.split(",", -1);
    return new Phrase(language, cells[0], cells[1], cells[2]);
  }
}
