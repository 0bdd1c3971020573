package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.facts.words.Lexicon;

/** What can be tapped can be typed: by words that rules read, or by a phrase of sort tap. */
class TypedCommandsTest {

  private static final Path WISHES = Shipped.RULES.resolve("10-classify");

  /** Only whoever is shown the choice knows what is chosen; they type what stands on it. */
  private static final Map<String, String> TITLES_ONLY =
      Map.ofEntries(
          Map.entry("release_seats", "how many seats, of a customer's own change"),
          Map.entry("keep_seats", "a customer's own change"),
          Map.entry("show_cancel", "a step of a customer's own change"),
          Map.entry("move_booking", "a step of a customer's own change, as it was shown"),
          Map.entry("cancel_booking", "a step of a customer's own change, as it was shown"),
          Map.entry("keep_booking", "a step of a customer's own change"),
          Map.entry("ask_seats", "how many seats, in a customer's own lead"),
          Map.entry("keep_credit", "a customer's own money"),
          Map.entry("want_refund", "a customer's own money"),
          Map.entry("opt_out_all", "a customer's own consent"),
          Map.entry("keep_service", "a customer's own consent"),
          Map.entry("publish_all", "the photo that was asked about"),
          Map.entry("publish_me", "the photo that was asked about"),
          Map.entry("publish_no", "the photo that was asked about"),
          Map.entry("ask_longer", "for how long, which words say as well"),
          Map.entry("grant_less", "for how long"),
          Map.entry("propose_amount", "which sum, which words say as well"),
          Map.entry("grant_move", "what was asked for"),
          Map.entry("grant_refund", "what was asked for"),
          Map.entry("unheard", "the voice note that was shown"),
          Map.entry("why_request", "the request that was undone"));

  @Test
  void what_can_be_tapped_can_be_typed() {
    var typed = new HashSet<String>();
    var tapped = new TreeSet<String>();
    for (var file : wishes()) {
      for (var row : Shipped.rows("10-classify/" + file)) {
        if (!row.getOrDefault("Tapped", "").isBlank()) {
          tapped.add(row.get("Wish"));
        } else if (row.getOrDefault("Timer", "").isBlank()) {
          typed.add(row.get("Wish"));
        }
      }
    }
    Shipped.release().phrases().stream()
        .filter(it -> it.sort().equals("tap"))
        .forEach(it -> typed.add(it.means()));
    tapped.removeAll(typed);

    assertThat(tapped).isEqualTo(new TreeSet<>(TITLES_ONLY.keySet()));
  }

  @Test
  void a_phrase_of_sort_tap_names_something_to_tap() {
    var tapped =
        wishes().stream()
            .flatMap(it -> Shipped.rows("10-classify/" + it).stream())
            .flatMap(it -> Stream.of(it.getOrDefault("Tapped", "").split(",")))
            .map(String::strip)
            .collect(Collectors.toSet());

    assertThat(Shipped.release().phrases().stream().filter(it -> it.sort().equals("tap")).toList())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(tapped).contains(it.means()));
  }

  @ParameterizedTest
  @CsvSource({
    "take INC-7, take_incident@INC-7",
    "Take inc7!, take_incident@INC-7",
    "call crew trp123, call_crew@TRP123",
    "leave BK-1901 TRP123, leave_guests:BK-1901@TRP123",
    "call crew, call_crew",
    "take LD-301, ",
    "take it, ",
    "please call crew TRP123, "
  })
  void a_phrase_and_codes_and_nothing_else(String text, String choice) {
    var lexicon = Lexicon.of(Shipped.release().phrases());

    assertThat(lexicon.tap(text).orElse(null)).isEqualTo(choice);
  }

  private static List<String> wishes() {
    try (var files = Files.list(WISHES)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith("wish.csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
