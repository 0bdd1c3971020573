package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why did you say that? Asked of a message of ours, by colleagues and by customers. */
class WhyTest extends LuciasBooking {

  private static final String PEMBA = "+9779805550301";

  private void why(String phone, String id, String quoted, String text) {
    phones.quotes(phone, id, quoted, MORNING + "14:30:00", text);
    house.settle();
    house.move(Duration.ofSeconds(15));
    house.settle();
  }

  private List<String> templates(String phone) {
    return phones.of(phone).stream().map(Phones.Shown::template).toList();
  }

  @Test
  void a_colleague_hears_what_was_missing_and_who_could_do_it() {
    taps(PEMBA, "W1", "14:29:50", "show_status@BK-1");
    var refusal = last(PEMBA);
    why(PEMBA, "W2", refusal.id(), "why");

    assertThat(last(PEMBA).template()).isEqualTo("insight/why");
    assertThat(last(PEMBA).text())
        .contains(
            "\"show status\" was refused today at 14:29",
            "It would be possible if sender role is",
            "Who could do it: ",
            "sales, operations",
            "Rules ");
  }

  @Test
  void what_was_allowed_names_its_row() {
    why(SARITA, "W1", phones.of(SARITA).getFirst().id(), "why");

    assertThat(last(SARITA).template()).isEqualTo("insight/why");
    assertThat(last(SARITA).text()).contains("was allowed", "20-authorise/permit.csv!");
  }

  @Test
  void a_customer_hears_no_word_of_rules_or_roles() {
    why(LUCIA, "W1", last(LUCIA).id(), "por qué?");

    assertThat(last(LUCIA).template()).isEqualTo("insight/why_customer");
    assertThat(last(LUCIA).language()).isEqualTo("es");
    assertThat(last(LUCIA).text()).contains("14:02").doesNotContain("csv", "role", "manager");
  }

  @Test
  void nobody_quotes_the_message_of_somebody_else_and_a_bare_why_is_no_such_question() {
    why(LUCIA, "W1", last(SARITA).id(), "por qué?");
    assertThat(templates(LUCIA)).doesNotContain("insight/why_customer");

    asks(SARITA, "W2", "14:31:00", "why");
    assertThat(templates(SARITA)).doesNotContain("insight/why");
    assertThat(last(SARITA).template()).isEqualTo("insight/which");
    asks(LUCIA, "W3", "14:31:30", "por qué?");
    assertThat(templates(LUCIA)).doesNotContain("insight/which");
  }

  @Test
  void of_a_code_the_last_decision_is_told_to_the_office_and_not_to_the_field() {
    asks(SARITA, "W1", "14:31:00", "why BK-1");
    assertThat(last(SARITA).template()).isEqualTo("insight/why");
    assertThat(last(SARITA).text()).contains("was allowed");

    asks(PEMBA, "W2", "14:32:00", "why BK-1");
    assertThat(templates(PEMBA)).doesNotContain("insight/why");
  }
}
