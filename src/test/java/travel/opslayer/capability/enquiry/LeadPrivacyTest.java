package travel.opslayer.capability.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.Phone;
import travel.opslayer.Phone.Shown;

/** Colleagues reach the customer of a notice and nobody else; customers reach nobody's lead. */
class LeadPrivacyTest {

  private final House house = House.sandbox();
  private final Phone sarita = Phone.sarita(house);
  private final Phone bikram = Phone.bikram(house);
  private final Phone lucia = Phone.spanish(house);
  private final Phone tom = Phone.british(house);

  private String offer = "";
  private String notice = "";

  @BeforeEach
  void both_customers_ask_and_sarita_is_told() {
    offer = lucia.says("EBC para 2 personas en marzo").getFirst().id();
    tom.says("Pokhara lakes for 3 people");
    var notices = sarita.news();
    assertThat(notices).extracting(Shown::template).containsOnly("enquiry/new_lead").hasSize(2);
    notice = notices.getFirst().id();
    lucia.news();
    tom.news();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String state(String code) {
    return house.column("SELECT state FROM core.leads WHERE code = ?", code).getFirst();
  }

  @Test
  void what_a_colleague_writes_quoting_a_notice_reaches_its_customer_alone() {
    var told = sarita.saysQuoting(notice, "Hola Lucía, te escribo en un minuto");

    assertThat(told).extracting(Shown::template).containsExactly("enquiry/passed_on");
    assertThat(told.getFirst().words()).contains("LD-301");
    assertThat(lucia.news())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.template()).isEqualTo("enquiry/relay");
              assertThat(it.words()).isEqualTo("Sarita: Hola Lucía, te escribo en un minuto");
            });
    assertThat(tom.news()).isEmpty();
    assertThat(bikram.news()).isEmpty();
    assertThat(state("LD-301")).isEqualTo("qualified");
    assertThat(state("LD-302")).isEqualTo("assigned");
  }

  @Test
  void a_colleague_who_quotes_nothing_writes_to_nobody() {
    var told = sarita.says("Hola Lucía, te escribo en un minuto");

    assertThat(told).extracting(Shown::template).containsExactly("help/nobody_meant");
    assertThat(lucia.news()).isEmpty();
    assertThat(tom.news()).isEmpty();
  }

  @Test
  void a_notice_to_sarita_is_nothing_that_bikram_can_quote() {
    bikram.saysQuoting(notice, "hello Lucía");

    assertThat(lucia.news()).isEmpty();
  }

  @Test
  void a_customer_who_quotes_the_notice_of_another_gets_nothing_of_it() {
    var answers = tom.saysQuoting(notice, "how much is it?");
    answers = concat(answers, tom.saysQuoting(offer, "how much is it?"));

    assertNothingOfLucia(answers);
  }

  @Test
  void a_customer_who_taps_or_types_anothers_code_gets_nothing_of_it() {
    var answers = tom.taps("ask_quote@LD-301");
    answers = concat(answers, tom.taps("other_dates@LD-301"));
    answers = concat(answers, tom.says("LD-301"));
    answers = concat(answers, tom.says("can I get a quote for LD-301"));

    assertNothingOfLucia(answers);
    assertThat(
            house.column(
                "SELECT coalesce(quote_asked_at::text, '') FROM core.leads WHERE code = ?",
                "LD-301"))
        .containsExactly("");
    assertThat(lucia.news()).isEmpty();
  }

  @Test
  void naming_anothers_lead_makes_no_second_one_of_ones_own() {
    tom.says("LD-301 Pokhara lakes for 4 people");

    assertThat(house.column("SELECT party FROM core.leads WHERE product = 'PKL'"))
        .containsExactly("4");
  }

  private static List<Shown> concat(List<Shown> some, List<Shown> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private void assertNothingOfLucia(List<Shown> answers) {
    assertThat(answers)
        .allSatisfy(
            it ->
                assertThat(it.words()).doesNotContain("Everest", "EBC", lucia.number(), "LD-301"));
    assertThat(lucia.news()).isEmpty();
    assertThat(state("LD-301")).isEqualTo("assigned");
  }
}
