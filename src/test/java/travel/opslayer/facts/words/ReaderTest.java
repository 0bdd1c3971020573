package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

  private static final String LETTERS = "aeghlmnorst 0123456789 -/.:,'!?+~xñá👍🙏हि२ \n";
  private static final int LONGEST_TEXT = 65_536;

  @Test
  void wishes_are_told_once_in_the_order_found() {
    assertThat(ShippedWords.read("en", "hello, quote please", "how much? hi again, hello").wishes())
        .containsExactly("greet", "ask_quote", "enquire");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "hola busco un trek,-,-,es",
        "hello i am looking for a trek,es,es,en",
        "ok,-,es,es",
        "ok,-,en-US,en",
        "ok,ne,en,ne",
        "ok,-,-,-",
        "👍,hi,en,hi",
        "EBC x2,-,es,es",
        "hola need a quote para dos personas,-,en,es",
        "bhai booking confirm kar do please,-,en,hi",
        "guten tag wir suchen eine reise,-,de,de"
      })
  void the_words_vote_and_what_was_known_tips_the_balance(
      String typed,
      @Nullable String stored,
      @Nullable String suggested,
      @Nullable String language) {
    var hints = new Hints(stored, suggested, ShippedWords.TODAY);
    var read =
        new Reader().read(List.of(typed), ShippedWords.LEXICON, ShippedWords.PRODUCTS, hints);

    assertThat(read.language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ok thanks 👍", "👍🏾", "vale gracias", "haan ji", "thik cha dhanyabad 🙏", "😂"})
  void courtesy_alone_needs_no_answer(String typed) {
    assertThat(ShippedWords.read("en", typed).onlyCourtesy()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ok?? price",
        "ok 3",
        "no",
        "hello",
        "?",
        "ok trp123",
        "ok zzyx",
        "🆘",
        "ok?",
        "cuánto",
        "kati",
        "how",
        "yes yes!!! book it",
        "no gracias",
        "the"
      })
  void everything_else_does(String typed) {
    assertThat(ShippedWords.read("en", typed).onlyCourtesy()).isFalse();
  }

  @Test
  void a_call_for_help_in_danger_is_a_wish() {
    assertThat(ShippedWords.read("en", "🆘").wishes()).containsExactly("sos");
    assertThat(ShippedWords.read("en", "sos!!!").wishes()).containsExactly("sos");
    assertThat(ShippedWords.read("en", "so sorry").wishes()).isEmpty();
  }

  @Test
  void leaving_a_list_is_no_opt_out_but_is_told() {
    var read = ShippedWords.read("en", "unsubscribe me from the waiting list");

    assertThat(read.wishes()).containsExactly("waitlist");
    assertThat(read.notes()).containsExactly("unsubscribe");
  }

  @Test
  void no_text_however_odd_breaks_the_reader() {
    var random = new Random(8);
    for (var i = 0; i < 5_000; i++) {
      var typed = odd(random, random.nextInt(60));
      assertThatCode(() -> ShippedWords.read("en", typed, typed)).doesNotThrowAnyException();
    }
    assertThatCode(() -> ShippedWords.read("en", "\uD83D", "\u0000", "\u202E\u0301 \uFE0F"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "ab ", "1", "1-", "👍", "march ", "2 people ", "x2", "? ", "mal ", "ह"})
  void a_text_that_never_ends_is_read_in_no_time(String typed) {
    var text = typed.repeat(LONGEST_TEXT / typed.length());

    assertTimeout(Duration.ofSeconds(5), () -> ShippedWords.read("en", text));
  }

  @Test
  void an_understanding_holds_no_words_of_the_message() {
    assertThat(ShippedWords.read("en", "Xanthippe wants 2 seats, call +34600000101").toString())
        .doesNotContain("Xanthippe")
        .doesNotContain("600000101");
  }

  private static String odd(Random random, int length) {
    var text = new StringBuilder();
    for (var i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
