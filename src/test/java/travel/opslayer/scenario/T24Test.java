package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.Rollback;

/**
 * Offers of the waiting list stand for longer from Monday, while some run; and back again. The row
 * is changed in the table.
 */
class T24Test {

  private static final String KENJI = "+819000000105";
  private static final String EMMA = "+12025550104";
  private static final String HANNAH = "+491500000107";
  private static final String SARITA = "+9779805550201";
  private static final String ANITA = "+9779805550401";
  private static final String THURSDAY = "2026-11-12T";
  private static final String MONDAY = "2026-11-16T";
  private static final String TERMS = "40-actions/terms.csv";
  private static final String ROW = "offer_seats,,,,,offer_for,P-WAIT,";
  private static final String LONGER = "offer_seats,,,ABC,,offer_for,4 h,people need longer\n";

  private final House house = House.with(true, Map.of());
  private final Phones phones = new Phones(house);
  private String before = "";

  @BeforeEach
  void threeWaitAndAnOfferRuns() {
    before = shelf().inForce().hash();
    waits(EMMA, "20:00");
    waits(KENJI, "20:10");
    waits(HANNAH, "20:20");
    freed(THURSDAY + "22:00:00");
    assertThat(offered()).containsExactly("WL-1 until 13 00:00");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void it_comes_into_force_on_its_day_and_offers_that_run_keep_their_terms() {
    planned();
    assertThat(shelf().inForce().hash()).isEqualTo(before);
    assertThat(offered()).containsExactly("WL-1 until 13 00:00");
    phones.at(THURSDAY + "23:00:00");
    phones.taps(EMMA, "E7", "accept_offer@WL-1");
    house.settle();
    assertThat(releases("accept_offer")).containsExactly(before);

    comesIntoForce(MONDAY + "00:00:00");
    freed(MONDAY + "09:00:00");

    // Emma has not paid: hers goes to Hannah, in whose zone it is night until 11:45.
    assertThat(offered()).containsExactly("WL-2 until 16 13:00", "WL-3 until 16 15:45");
    assertThat(releases("offer_seats")).contains(before, shelf().inForce().hash());
  }

  @Test
  void until_the_day_nothing_is_otherwise() {
    planned();
    phones.at("2026-11-15T23:59:59");
    house.bean(RuleFolder.class).runOnce();

    assertThat(shelf().inForce().hash()).isEqualTo(before);
    assertThat(shelf().planned()).isPresent();
  }

  @Test
  void a_message_that_came_before_is_decided_by_one_of_the_two() {
    planned();
    phones.at("2026-11-15T23:59:58");
    phones.writes(KENJI, "Kenji", "K7", "2026-11-15T23:59:58", "help");
    comesIntoForce(MONDAY + "00:00:05");
    house.settle();

    assertThat(
            house.column("SELECT release FROM decisions WHERE wish = 'help' ORDER BY at").getLast())
        .isIn(before, shelf().inForce().hash());
    assertThat(phones.of(KENJI).getLast().template()).isEqualTo("help/menu");
    assertThat(house.count("SELECT count(*) FROM dead_letters")).isZero();
  }

  @Test
  void going_back_is_one_step_and_offers_given_meanwhile_keep_theirs() {
    planned();
    comesIntoForce(MONDAY + "00:00:00");
    var longer = shelf().inForce().hash();
    freed(MONDAY + "12:00:00");
    assertThat(offered()).contains("WL-2 until 16 16:00");

    phones.at(MONDAY + "13:00:00");
    var back = house.bean(Rollback.class).to(1, before, "ANITA", "people wait too long");
    assertThat(back).isInstanceOf(Rollback.Outcome.Done.class);
    assertThat(shelf().inForce().hash()).isEqualTo(before).isNotEqualTo(longer);
    assertThat(offered()).contains("WL-2 until 16 16:00");
    freed(MONDAY + "14:30:00");

    assertThat(offered()).contains("WL-2 until 16 16:00", "WL-3 until 16 16:30");
    assertThat(house.rows("SELECT actor, why FROM rule_changes ORDER BY at").getLast())
        .containsEntry("actor", "ANITA")
        .containsEntry("why", "people wait too long");
  }

  @Test
  void why_names_the_rules_by_which_it_was_offered() {
    planned();
    comesIntoForce(MONDAY + "00:00:00");
    freed(MONDAY + "09:00:00");
    phones.at(MONDAY + "09:10:00");
    phones.quotes(SARITA, "S9", null, MONDAY + "09:10:00", "why WL-2");
    patiently();

    assertThat(phones.of(SARITA).getLast().text())
        .contains("\"offer seats\" was allowed", shelf().inForce().hash().substring(0, 8));
  }

  @Test
  void no_message_changes_a_rule() {
    says(SARITA, "11:00:00", "set discount sales 12%");
    assertThat(phones.of(SARITA).getLast().template()).isEqualTo("insight/rules_of_managers");
    planned();
    says(ANITA, "11:05:00", "set waitlist window 4h for ABC from monday");
    assertThat(phones.of(ANITA).getLast().template()).isEqualTo("insight/rules");
    assertThat(phones.of(ANITA).getLast().text())
        .contains(before.substring(0, 8), "Nov", "people need longer for ABC");

    assertThat(shelf().inForce().hash()).isEqualTo(before);
  }

  @Test
  void a_table_with_mistakes_is_not_taken_and_each_is_named() {
    house.rule(
        TERMS, ROW, "offer_seatz,,,ABC,,offer_for,4 h,\n" + ROW.replace("P-WAIT", "P-WAITT"));
    house.bean(RuleFolder.class).load();

    assertThat(shelf().inForce().hash()).isEqualTo(before);
    assertThat(shelf().problems())
        .extracting(it -> it.file() + " " + it.cell())
        .containsExactlyInAnyOrder(TERMS + " A16", TERMS + " G17");
  }

  /** Anita changes the row, from Monday on. */
  private void planned() {
    house.rule(TERMS, ROW, LONGER + ROW);
    house.rule(
        "release.csv",
        "",
        "From,Hour,Who,Why\n16 Nov 2026,00:00,ANITA,people need longer for ABC\n");
    house.bean(RuleFolder.class).load();
    assertThat(shelf().problems()).isEmpty();
    assertThat(shelf().planned()).isPresent();
  }

  private void comesIntoForce(String at) {
    phones.at(at);
    house.bean(RuleFolder.class).runOnce();
    assertThat(shelf().inForce().hash()).isNotEqualTo(before);
  }

  private void waits(String phone, String at) {
    says(phone, at + ":00", "ABC march 20 for 1 person");
    phones.at(THURSDAY + at + ":30");
    phones.taps(phone, at + phone, phones.of(phone).getLast().choices().getFirst());
    house.settle();
    assertThat(phones.of(phone).getLast().template()).isEqualTo("waitlist/joined");
  }

  private void says(String phone, String at, String text) {
    phones.at(THURSDAY + at);
    phones.quotes(phone, "M" + at + phone, null, THURSDAY + at, text);
    patiently();
  }

  private void patiently() {
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  private void freed(String at) {
    phones.at(at);
    house.execute(
        "UPDATE core.departures SET booked = booked - 1, version = version + 1"
            + " WHERE code = 'ABC-0320'");
    house.settle();
  }

  private RuleShelf shelf() {
    return house.bean(RuleShelf.class);
  }

  /** Who has an offer, and until which day and time in Kathmandu. */
  private List<String> offered() {
    return house.column(
        "SELECT code || ' until ' || to_char(offer_until AT TIME ZONE 'Asia/Kathmandu', 'DD"
            + " HH24:MI') FROM core.waitlist WHERE state = 'offered' ORDER BY code");
  }

  private List<String> releases(String wish) {
    return house.column("SELECT release FROM decisions WHERE wish = ? ORDER BY at", wish);
  }
}
