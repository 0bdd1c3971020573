package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Asks the same of every table of words that ships. */
class ShippedWordsTest {

  private static final int MOST_ROWS = 170;

  private static final Map<String, String> SPECIMENS =
      Map.of("en", "thanks", "es", "gracias", "hi", "shukriya", "ne", "dhanyabad");

  @TestFactory
  Stream<DynamicTest> no_phrase_stands_twice_in_a_language() {
    return each(
        language -> {
          var seen = new HashMap<String, Phrase>();
          ShippedWords.rows(language)
              .forEach(
                  it ->
                      assertThat(seen.put(key(it), it))
                          .as("%s: %s", language, it.phrase())
                          .isNull());
        });
  }

  /** A command is read for colleagues alone, whatever the phrase says to everybody. */
  private static String key(Phrase it) {
    return Folding.fold(it.phrase()) + (it.sort().equals("command") ? " as command" : "");
  }

  @TestFactory
  Stream<DynamicTest> every_row_has_a_sort_that_the_reader_knows_and_a_meaning_unless_filler() {
    return each(
        language ->
            assertThat(ShippedWords.rows(language))
                .allSatisfy(
                    it -> {
                      assertThat(Lexicon.SORTS).contains(it.sort());
                      assertThat(it.phrase()).isEqualTo(it.phrase().strip()).isNotEmpty();
                      assertThat(it.means().isEmpty() && !it.sort().equals("filler"))
                          .as(it.phrase())
                          .isFalse();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_phrase_is_read_as_its_row_says() {
    return each(
        language ->
            assertThat(ShippedWords.rows(language))
                .allSatisfy(
                    it ->
                        assertThat(senses(it))
                            .as("%s in %s", it.phrase(), language)
                            .anyMatch(sense -> sense.equals(it))));
  }

  @TestFactory
  Stream<DynamicTest> tables_stay_short_enough_to_be_read_by_people() {
    return each(
        language ->
            assertThat(List.of("words-", "words-details-", "words-filler-"))
                .allSatisfy(
                    it ->
                        assertThat(ShippedWords.lines(it + language + ".csv"))
                            .hasSizeBetween(30, MOST_ROWS)
                            .startsWith("Phrase,Sort,Means")));
  }

  @TestFactory
  Stream<DynamicTest> every_language_says_all_that_customers_need() {
    return each(
        language ->
            assertThat(ShippedWords.rows(language).filter(it -> it.sort().equals("wish")))
                .extracting(Phrase::means)
                .contains(
                    "enquire",
                    "ask_quote",
                    "other_dates",
                    "ask_person",
                    "help",
                    "opt_out",
                    "opt_in",
                    "greet",
                    "waitlist",
                    "think"));
  }

  @TestFactory
  Stream<DynamicTest> a_word_of_thanks_tells_the_language() {
    return SPECIMENS.entrySet().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.getKey(),
                    () -> {
                      var read =
                          new Reader()
                              .read(
                                  List.of(it.getValue()),
                                  ShippedWords.LEXICON,
                                  ShippedWords.PRODUCTS,
                                  new Hints(null, null, ShippedWords.TODAY));
                      assertThat(read.language()).isEqualTo(it.getKey());
                      assertThat(read.courtesies()).containsExactly("thanks");
                      assertThat(read.onlyCourtesy()).isTrue();
                    }));
  }

  /** A phrase for whole messages is read alone, any other behind a word that nobody knows. */
  private static List<Phrase> senses(Phrase row) {
    var whole = row.phrase().length() > 1 && row.phrase().endsWith("!");
    var alone = whole || row.phrase().equals("?");
    var typed = alone ? row.phrase() : "xyzzy " + row.phrase();
    return ShippedWords.LEXICON.read(Tokens.of(Folding.fold(typed)), word -> false).stream()
        .flatMap(it -> it.senses().stream())
        .toList();
  }

  private static Stream<DynamicTest> each(Check check) {
    return ShippedWords.LANGUAGES.stream()
        .map(it -> DynamicTest.dynamicTest(it, () -> check.of(it)));
  }

  private interface Check {
    void of(String language);
  }
}
