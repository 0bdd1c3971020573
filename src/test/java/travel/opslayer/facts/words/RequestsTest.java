package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.facts.words.Requests.Request;

/** How many requests a message is, by the words that ship. */
class RequestsTest {

  private static final Requests REQUESTS =
      new Requests(
          List.of(Set.of("greet", "enquire", "ask_quote", "other_dates", "waitlist", "think")));

  private static List<Request> requests(String... bubbles) {
    return REQUESTS.of(ShippedWords.read("en", bubbles));
  }

  /** The wish of a request, or its topic. */
  private static List<String> asked(String... bubbles) {
    return requests(bubbles).stream()
        .map(
            it ->
                it.implied()
                    ? "details"
                    : String.join(" ", it.words().wishes())
                        + String.join(" ", it.words().several().topics()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "airport pickup? | pickup",
        "pickup, pickup and airport pickup? | pickup",
        "is pickup included and can we pay half now half later? | pickup, part_payment",
        "EBC for 2. pickup? | details, pickup",
        "how much is EBC and is there a porter? | enquire, porter",
        "porter? how much is EBC? | enquire, porter",
        "call me please. visa letter? | ask_person, visa_letter",
        "call me please. book it | ask_person, accept"
      })
  void each_thing_that_is_asked_is_a_request(String message, String expected) {
    assertThat(String.join(", ", asked(message))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello, price for EBC please. send me a quote",
        "hello! how are you, thanks",
        "EBC for 2 and a porridge",
        "ok"
      })
  void what_belongs_together_is_one_request_as_it_was_read(String message) {
    var read = ShippedWords.read("en", message);

    assertThat(REQUESTS.of(read)).containsExactly(new Request(read, false));
  }

  @Test
  void bubbles_are_read_like_sentences() {
    assertThat(asked("call me please", "visa letter?"))
        .containsExactly("ask_person", "visa_letter");
    assertThat(asked("call me please\nbook it")).containsExactly("ask_person", "accept");
  }

  @Test
  void who_what_and_when_belong_to_all() {
    assertThat(requests("EBC on 15 march for 2, pickup? visa letter?"))
        .hasSize(3)
        .allSatisfy(
            it -> {
              assertThat(it.words().party()).isEqualTo(2);
              assertThat(it.words().product()).isNotNull();
              assertThat(it.words().date()).isNotNull();
            });
  }

  @Test
  void a_yes_beside_a_question_is_no_yes() {
    assertThat(requests("yes, is pickup included?"))
        .singleElement()
        .satisfies(it -> assertThat(it.words().courtesies()).isEmpty());
    assertThat(requests("no, is pickup included?"))
        .singleElement()
        .satisfies(it -> assertThat(it.words().notes()).doesNotContain("no"));
  }
}
