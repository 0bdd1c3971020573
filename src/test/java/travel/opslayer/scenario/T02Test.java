package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quote from the phone, a discount over the author's authority, and yes to the old version. */
class T02Test extends LuciasEvening {

  static final String ANITA = "+9779805550401";

  @BeforeEach
  void luciaWaitsForHerQuote() {
    burst();
    phones.at(EVENING + "20:33:40");
    phones.taps(LUCIA, "L5", "ask_quote@LD-301");
    house.settle();
    phones.at(MORNING + "09:15:01");
    house.settle();
  }

  @Test
  void a_discount_above_the_limit_is_refused_with_two_ways_forward() {
    saritaWantsTenPercent();

    assertThat(last(SARITA).template()).isEqualTo("quote/over_limit");
    assertThat(last(SARITA).text())
        .contains("10 % is above your limit (5 %)", "USD 2,900", "5 % = USD 2,755")
        .contains("Anita", "10 % = USD 2,610");
    assertThat(last(SARITA).choices())
        .containsExactly("send_within@Q-1~1001", "ask_approval@Q-1~1001", "edit_quote@Q-1~1001");
    assertThat(phones.of(LUCIA)).noneMatch(it -> it.template().startsWith("quote/"));
  }

  @Test
  void the_manager_is_asked_with_the_margin_that_nobody_else_sees() {
    saritaWantsTenPercent();
    taps(SARITA, "A2", "09:16:20", "ask_approval@Q-1");

    assertThat(last(ANITA).text())
        .contains("AP-1", "Sarita wants 10 % for Lucía", "EBC-0315 x2")
        .contains("USD 2,900 → USD 2,610 (−USD 290)", "Margin after: 19 %", "today 13:16");
    assertThat(last(ANITA).choices()).containsExactly("approve@AP-1", "reject@AP-1");
    assertThat(phones.of(SARITA)).noneMatch(it -> it.text().contains("19 %"));
  }

  @Test
  void while_she_is_asked_the_smaller_discount_can_be_sent() {
    saritaWantsTenPercent();
    taps(SARITA, "A2", "09:16:20", "ask_approval@Q-1");
    taps(SARITA, "A3", "09:19:02", "send_within@Q-1");

    var quote = last(LUCIA);
    assertThat(quote.template()).isEqualTo("quote/sent");
    assertThat(quote.language()).isEqualTo("es");
    assertThat(quote.text())
        .contains("Q-1 v1", "2 personas", "USD 2.755 (5 % dto.)", "Depósito USD 551", "9:19");
    assertThat(quote.choices()).containsExactly("accept_quote@Q-1~1", "ask_person@Q-1~1");
    assertThat(approval()).isEqualTo("pending");
    assertThat(house.column("SELECT state FROM core.leads")).containsExactly("quoted");
  }

  @Test
  void what_she_approves_becomes_the_second_version() {
    secondVersion();

    assertThat(last(LUCIA).text())
        .contains("Q-1 v2", "USD 2.610 (10 % dto.)", "Depósito USD 522", "Sustituye al anterior");
    assertThat(approval()).isEqualTo("approved");
    assertThat(house.column("SELECT state FROM core.quote_revisions ORDER BY revision"))
        .containsExactly("superseded", "sent");
    assertThat(house.column("SELECT yes::text FROM approval_votes")).containsExactly("true");
  }

  @Test
  void yes_to_the_old_version_books_nothing_before_one_tap() {
    var old = secondVersion();
    phones.at(MORNING + "14:02:11");
    phones.quotes(LUCIA, "L1b", old, "ok dale 👍 vale, reservamos");
    house.settle();

    assertThat(last(LUCIA).template()).isEqualTo("quote/newer");
    assertThat(last(LUCIA).text()).contains("2.755", "más barato", "2.610", "522");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();

    phones.at(MORNING + "14:02:40");
    phones.reacts(LUCIA, "L2b", last(LUCIA).id(), "👍");
    house.settle();
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();

    taps(LUCIA, "L3b", "14:02:44", "accept_quote@Q-1~2");
    assertThat(last(LUCIA).template()).isEqualTo("booking/held");
    assertThat(last(LUCIA).text())
        .contains("BK-1", "2 plazas", "mañana a las 14:02", "Depósito USD 522");
    assertThat(last(SARITA).text())
        .contains("LD-301 → booking BK-1 on hold", "v2", "deposit USD 522", "tomorrow 14:02");
    booked();
  }

  private void booked() {
    assertThat(house.rows("SELECT state, party, total_minor FROM core.bookings"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("state", "on_hold")
                    .containsEntry("party", "2")
                    .containsEntry("total_minor", "261000"));
    assertThat(house.column("SELECT state FROM core.quote_revisions ORDER BY revision"))
        .containsExactly("superseded", "accepted");
    assertThat(
            house.count(
                "SELECT capacity - held - booked FROM core.departures WHERE code = 'EBC-0315'"))
        .isEqualTo(1);
    assertThat(
            house.column(
                "SELECT facts->>'quote_version' FROM decisions WHERE wish = 'accept_quote'"))
        .containsExactly("2");
    assertThat(house.column("SELECT state FROM core.leads")).containsExactly("quoted");
  }

  @Test
  void the_second_of_two_taps_books_nothing_more() {
    secondVersion();
    taps(LUCIA, "L3b", "14:02:44", "accept_quote@Q-1~2");
    taps(LUCIA, "L4b", "14:02:45", "accept_quote@Q-1~2");

    assertThat(house.count("SELECT count(*) FROM core.bookings")).isEqualTo(1);
    assertThat(phones.of(LUCIA)).filteredOn(it -> it.template().equals("booking/held")).hasSize(1);
  }

  @Test
  void vale_unquoted_means_the_only_quote_there_is() {
    secondVersion();
    phones.at(MORNING + "14:02:11");
    phones.writes(LUCIA, "L1b", MORNING + "14:02:11", "vale");
    house.settle();
    phones.at(MORNING + "14:02:16");
    house.settle();

    assertThat(last(LUCIA).template()).isEqualTo("booking/held");
  }

  @Test
  void a_thumb_alone_never_books() {
    secondVersion();
    phones.at(MORNING + "14:02:11");
    phones.writes(LUCIA, "L1b", MORNING + "14:02:11", "👍");
    house.settle();
    phones.at(MORNING + "14:02:16");
    house.settle();

    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  @Test
  void seats_that_are_gone_meanwhile_are_said_to_be_gone() {
    secondVersion();
    house.execute("UPDATE core.departures SET booked = 15 WHERE code = 'EBC-0315'");
    taps(LUCIA, "L3b", "14:02:44", "accept_quote@Q-1~2");

    assertThat(last(LUCIA).template()).isEqualTo("quote/sold");
    assertThat(last(LUCIA).text()).contains("queda 1 plaza");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
    assertThat(house.column("SELECT state FROM core.quote_revisions WHERE revision = 2"))
        .containsExactly("sent");
  }

  @Test
  void after_its_time_it_is_not_booked() {
    secondVersion();
    phones.at("2026-11-12T10:00:00");
    house.settle();
    taps(LUCIA, "L3b", "2026-11-12T", "10:00:05", "accept_quote@Q-1~2");

    assertThat(last(LUCIA).template()).isEqualTo("quote/expired");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  @Test
  void nobody_approves_their_own_request() {
    saritaWantsTenPercent();
    taps(SARITA, "A2", "09:16:20", "ask_approval@Q-1");
    taps(SARITA, "A9", "09:17:00", "approve@AP-1");

    assertThat(last(SARITA).template()).isEqualTo("approval/own");
    assertThat(approval()).isEqualTo("pending");
  }

  @Test
  void rejected_is_a_draft_again_and_said() {
    saritaWantsTenPercent();
    taps(SARITA, "A2", "09:16:20", "ask_approval@Q-1");
    taps(ANITA, "M9", "09:20:00", "reject@AP-1");

    assertThat(last(SARITA).template()).isEqualTo("quote/rejected_notice");
    assertThat(house.column("SELECT state FROM core.quote_revisions")).containsExactly("draft");
    taps(ANITA, "M10", "09:21:00", "approve@AP-1");
    assertThat(last(ANITA).template()).isEqualTo("approval/over");
    assertThat(approval()).isEqualTo("rejected");
  }

  /** S1 is shown. */
  private void saritaWantsTenPercent() {
    phones.at(MORNING + "09:16:10");
    phones.quotes(
        SARITA,
        "A1",
        last(SARITA).id(),
        "quote ebc0315 x2 10% off pls she is repeat friend of maria");
    house.settle();
    phones.at(MORNING + "09:16:12");
    house.settle();
  }

  /** S6 is shown; the message with the first version. */
  private String secondVersion() {
    saritaWantsTenPercent();
    taps(SARITA, "A2", "09:16:20", "ask_approval@Q-1");
    taps(SARITA, "A3", "09:19:02", "send_within@Q-1");
    var first = last(LUCIA).id();
    phones.at(MORNING + "09:41:30");
    phones.quotes(ANITA, "M1", last(ANITA).id(), "ok 10 is fine but only this time");
    house.settle();
    assertThat(last(SARITA).text()).contains("Anita approved 10 %", "only this time", "v2");
    assertThat(last(SARITA).choices())
        .containsExactly("send_approved@Q-1~1001", "keep_sent@Q-1~1001");
    taps(SARITA, "A4", "09:41:55", "send_approved@Q-1");
    return first;
  }

  private void taps(String phone, String id, String at, String choice) {
    taps(phone, id, MORNING, at, choice);
  }

  private void taps(String phone, String id, String day, String at, String choice) {
    phones.at(day + at);
    phones.taps(phone, id, choice);
    house.settle();
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }

  private String approval() {
    return house.column("SELECT state FROM approvals").getFirst();
  }
}
