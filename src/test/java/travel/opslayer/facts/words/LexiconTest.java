package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

  private static final Lexicon WORDS =
      Lexicon.of(
          List.of(
              new Phrase("en", "interested", "wish", "enquire"),
              new Phrase("en", "waiting list", "wish", "waitlist"),
              new Phrase("en", "waiting", "wish", "wait"),
              new Phrase("en", "stop!", "wish", "opt_out"),
              new Phrase("en", "unsubscribe!", "wish", "opt_out"),
              new Phrase("en", "?", "wish", "help"),
              new Phrase("en", "quote", "wish", "ask_quote"),
              new Phrase("en", "hold", "filler", ""),
              new Phrase("en", "thanks", "courtesy", "thanks"),
              new Phrase("en", "👍", "courtesy", "ok"),
              new Phrase("en", "price", "wish", "price"),
              new Phrase("en", "prize", "wish", "prize"),
              new Phrase("es", "hola", "wish", "greet"),
              new Phrase("es", "niño", "people", "child"),
              new Phrase("es", "mañana mismo", "wish", "soon"),
              new Phrase("hi", "नमस्ते", "wish", "greet")));

  @ParameterizedTest
  @CsvSource({
    "INTERESTED,enquire",
    "intrested,enquire",
    "interestde,enquire",
    "intersted!!,enquire",
    "waiting-list,waitlist",
    "Waiting  List?,waitlist",
    "waitin list,waitlist",
    "qoute,ask_quote",
    "holaaaaa,greet",
    "hoola,greet",
    "ＨＯＬＡ,greet",
    "manana mismo,soon",
    "mañana mismo,soon",
    "नमस्ते,greet",
    "नमस्‍ते,greet"
  })
  void case_accents_punctuation_and_a_slip_do_not_matter(String typed, String wish) {
    assertThat(wishes(typed)).containsExactly(wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in", "intrstd", // three letters short
        "hold", // a word of its own, though one letter from hola
        "iola", // another first letter in a short word
        "prixe", // between price and prize
        "quiet", // two letters from quote
        "???!x"
      })
  void what_is_further_away_or_between_two_meanings_says_nothing(String typed) {
    assertThat(wishes(typed)).isEmpty();
  }

  @Test
  void the_longest_phrase_counts_and_not_what_it_holds() {
    assertThat(wishes("put me on the waiting list")).containsExactly("waitlist");
    assertThat(wishes("waiting for your list")).containsExactly("wait");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "STOP.", "Stop!!!", "stooop", "stop 🙏", "unsubcribe"})
  void a_phrase_with_an_exclamation_mark_counts_when_it_is_all(String typed) {
    assertThat(wishes(typed)).containsExactly("opt_out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"can u stop the bus", "stop here", "please unsubcribe him", "step", "stpo"})
  void and_not_inside_a_sentence_or_mistyped_when_short(String typed) {
    assertThat(wishes(typed)).isEmpty();
  }

  @Test
  void each_bubble_is_a_whole_message() {
    assertThat(wishes("too many messages", "STOP")).containsExactly("opt_out");
  }

  @Test
  void a_question_mark_asks_for_help_only_when_alone() {
    assertThat(wishes("?")).containsExactly("help");
    assertThat(wishes(" ?? ")).containsExactly("help");
    assertThat(wishes("interested?")).containsExactly("enquire");
  }

  @Test
  void an_emoji_is_a_phrase_whatever_its_skin() {
    assertThat(read("👍🏿").courtesies()).containsExactly("ok");
    assertThat(read("👍🏿").onlyCourtesy()).isTrue();
    assertThat(read("👎").courtesies()).isEmpty();
  }

  @Test
  void thanks_with_a_question_is_more_than_courtesy() {
    assertThat(read("thanks 👍").onlyCourtesy()).isTrue();
    assertThat(read("thanks, price?").onlyCourtesy()).isFalse();
    assertThat(read("thanks 5").onlyCourtesy()).isFalse();
    assertThat(read("").onlyCourtesy()).isFalse();
  }

  @Test
  void words_that_no_table_knows_are_counted() {
    assertThat(read("interested in lapland"))
        .extracting(Understanding::words, Understanding::unknownWords)
        .containsExactly(3, 2);
  }

  @Test
  void a_new_language_brings_its_numbers_months_and_days_along() {
    var french =
        Lexicon.of(
            List.of(
                new Phrase("fr", "personnes", "people", "person"),
                new Phrase("fr", "le", "filler", "the_day"),
                new Phrase("qq", "zip", "filler", "")));
    var hints = new Hints(null, null, LocalDate.of(2026, 11, 8));
    var read =
        new Reader().read(List.of("douze personnes, le quinze février"), french, List.of(), hints);

    assertThat(read.party()).isEqualTo(12);
    assertThat(read.date()).isEqualTo(new DateWish(null, 2, 15, false));
    assertThat(read.language()).isEqualTo("fr");
    assertThat(french.languages()).containsExactlyInAnyOrder("fr", "qq");
  }

  private static List<String> wishes(String... bubbles) {
    return read(bubbles).wishes();
  }

  private static Understanding read(String... bubbles) {
    var hints = new Hints(null, null, LocalDate.of(2026, 11, 8));
    return new Reader().read(List.of(bubbles), WORDS, List.of(), hints);
  }
}
