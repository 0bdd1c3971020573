package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.timer.DueTimers;

/** Cancel or move? What comes back and why, a doctor's note, and seats that feed the list. */
class T16Test {

  private static final String TOM = "+447700900103";
  private static final String EMMA = "+12025550104";
  private static final String SARITA = "+9779805550201";
  private static final String ANITA = "+9779805550401";
  private static final String DEEPAK = "+9779805550402";
  private static final String XAVI = "+34600000199";
  private static final String FEBRUARY = "2027-02-01T";

  private final House house = House.with(true, Map.of());
  private final Phones phones = new Phones(house);
  private int number;

  @BeforeEach
  void tomHasTwoSeatsAndEmmaWaits() {
    writes(TOM, "2026-11-12T10:00:00", "EBC 15 march for 2 people");
    writes(SARITA, "2026-11-12T10:05:00", "quote ld301 ebc0315 x2");
    taps(TOM, "2026-11-12T10:10:00", "accept_quote@Q-1~1");
    pays("2026-11-12T10:15:00", 290_000);
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    house.execute("UPDATE core.departures SET booked = 16 WHERE code = 'EBC-0315'");
    house.execute("UPDATE core.departures SET booked = 11 WHERE code = 'EBC-0329'");
    writes(EMMA, "2027-01-20T10:00:00", "EBC march 15 for 2 people");
    taps(EMMA, "2027-01-20T10:01:00", last(EMMA).choices().getFirst());
    assertThat(last(EMMA).template()).isEqualTo("waitlist/joined");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void both_ways_are_shown_by_todays_date_and_nothing_changes() {
    asks("19:20:00");

    var shown = last(TOM);
    assertThat(shown.template()).isEqualTo("booking/change_ways");
    assertThat(shown.text())
        .contains("42 days before", "USD 1,450 of USD 2,900", "5 free", "no fee")
        .contains("if done by February 13", "Nothing is changed yet")
        .doesNotContain("Emma");
    assertThat(shown.choices())
        .containsExactly("show_move@CH-1~1", "show_cancel@CH-1~1", "ask_person@CH-1~1");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    assertThat(last(SARITA).template()).isEqualTo("booking/change_notice");
  }

  @Test
  void why_is_told_in_the_words_of_the_terms_they_accepted() {
    asks("19:20:00");
    quotes(TOM, FEBRUARY + "19:20:50", last(TOM).id(), "only half?? why so little??");

    assertThat(last(TOM).template()).isEqualTo("booking/terms_why");
    assertThat(last(TOM).text())
        .contains("42 days", "November 12", "60+: 80 %, 30–59: 50 %, 0–29: 0 %")
        .contains("by January 14", "USD 2,320", "manager can decide differently")
        .doesNotContain("margin", "1,057");
  }

  @Test
  void the_terms_are_those_of_the_day_they_accepted_whatever_they_are_today() {
    house.rule(
        "40-actions/change-terms.csv",
        "Wish,Terms of,Days before,Name,Value,Why",
        """
        Wish,Terms of,Days before,Name,Value,Why
        show_change,from 1 Jan 2027,,refund_share,10,
        show_change,up to 31 Dec 2026,,refund_share,55,\
        """
            .stripIndent()
            .strip());
    house.bean(RuleFolder.class).load();
    asks("19:20:00");

    assertThat(last(TOM).text()).contains("USD 1,595 of USD 2,900");
  }

  @Test
  void a_doctors_note_goes_to_the_manager_alone() {
    asks("19:20:00");
    sendsNote("19:24:10");

    assertThat(last(TOM).template()).isEqualTo("booking/exception_asked");
    assertThat(last(TOM).text()).contains("Only the manager", "30 days", "tomorrow 19:24");
    var asked = last(ANITA);
    assertThat(asked.template()).isEqualTo("approval/exception");
    assertThat(asked.text())
        .contains("AP-1", "Tom", "BK-1", "USD 1,450", "moving to EBC-0329: no fee");
    assertThat(asked.choices())
        .containsExactly("grant_move@AP-1", "grant_refund@AP-1", "reject@AP-1");
    assertThat(phones.of(SARITA)).noneMatch(it -> it.template().equals("approval/exception"));
    assertThat(phones.of(DEEPAK)).noneMatch(it -> it.template().equals("approval/exception"));
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
  }

  @Test
  void he_moves_by_himself_and_the_seats_that_are_free_go_to_who_waits() {
    asks("19:20:00");
    sendsNote("19:24:10");
    writes(
        TOM,
        FEBRUARY + "19:25:00",
        "actualy she can walk in 6 wks doc says, so 29 march pls for both 🙏");

    assertThat(last(TOM).template()).isEqualTo("booking/move_ask");
    assertThat(last(TOM).text()).contains("2 seats", "no fee", "price stays USD 2,900");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");

    taps(TOM, FEBRUARY + "19:25:20", last(TOM).choices().getFirst());

    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0329 x2 of 290000");
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/moved"));
    assertThat(last(TOM).template()).isEqualTo("booking/welcome_kit");
    assertThat(phones.of(TOM))
        .anyMatch(it -> it.text().contains("✅ Moved: BK-1, Everest Base Camp March 29"));
    assertThat(phones.of(ANITA).getLast().template()).isEqualTo("booking/exception_closed");
    assertThat(phones.of(ANITA).getLast().text()).contains("AP-1", "Tom");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("cancelled");
    assertThat(seats("EBC-0329")).isEqualTo("0 held, 13 booked");
    assertThat(seats("EBC-0315")).isEqualTo("2 held, 14 booked");
    assertThat(last(EMMA).template()).isEqualTo("waitlist/offer");
    assertThat(house.column("SELECT terms_on::text FROM core.bookings"))
        .containsExactly("2026-11-12");
    assertThat(ledger()).containsExactly("payment 290000", "charge 290000");
  }

  @Test
  void a_stale_tap_of_the_manager_changes_nothing_and_can_be_opened_again() {
    he_moves_by_himself_and_the_seats_that_are_free_go_to_who_waits();
    taps(ANITA, FEBRUARY + "19:26:40", "grant_refund@AP-1");

    assertThat(last(ANITA).template()).isEqualTo("approval/over");
    assertThat(last(ANITA).text()).contains("AP-1", "withdrawn", "19:25", "reopen AP-1");
    assertThat(house.count("SELECT count(*) FROM refunds")).isZero();

    writes(ANITA, FEBRUARY + "19:27:00", "reopen AP-1");
    assertThat(last(ANITA).template()).isEqualTo("approval/exception");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");
  }

  @Test
  void a_manager_may_allow_more_and_it_is_done_when_the_customer_says_so() {
    asks("19:20:00");
    sendsNote("19:24:10");
    taps(ANITA, FEBRUARY + "19:30:00", "grant_refund@AP-1");

    assertThat(last(ANITA).template()).isEqualTo("approval/granted");
    assertThat(last(TOM).template()).isEqualTo("booking/granted");
    assertThat(last(TOM).text()).contains("USD 2,320");
    assertThat(booking()).contains("confirmed");

    taps(TOM, FEBRUARY + "19:31:00", choice(TOM, "cancel_booking"));
    assertThat(booking()).isEqualTo("BK-1 cancelled EBC-0315 x2 of 290000");
    assertThat(ledger())
        .containsExactly("payment 290000", "charge 290000", "adjust -290000", "fee 58000");
    assertThat(refunds()).containsExactly("asked 232000");
  }

  @Test
  void the_terms_stay_when_the_manager_says_so_or_says_nothing() {
    asks("19:20:00");
    sendsNote("19:24:10");
    phones.at("2027-02-02T19:25:00");
    DueTimers.fire(house);
    house.settle();

    assertThat(house.column("SELECT state FROM approvals")).containsExactly("expired");
    assertThat(last(TOM).template()).isEqualTo("booking/terms_stay");
    assertThat(last(ANITA).template()).isEqualTo("booking/exception_unanswered");
  }

  @Test
  void half_comes_back_when_two_managers_agree_and_the_seats_go_to_who_waits() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    assertThat(last(TOM).template()).isEqualTo("booking/cancel_ask");
    taps(TOM, FEBRUARY + "19:21:30", choice(TOM, "cancel_booking"));

    assertThat(last(TOM).template()).isEqualTo("booking/cancelled");
    assertThat(last(TOM).text()).contains("USD 1,450", "RF-1");
    assertThat(booking()).contains("cancelled");
    assertThat(ledger())
        .containsExactly("payment 290000", "charge 290000", "adjust -290000", "fee 145000");
    assertThat(last(EMMA).template()).isEqualTo("waitlist/offer");

    DueTimers.fire(house); // the refund is decided by itself, right afterwards
    house.settle();
    assertThat(last(ANITA).template()).isEqualTo("approval/refund");
    taps(ANITA, FEBRUARY + "19:22:00", "approve@AP-1");
    assertThat(refunds()).containsExactly("asked 145000");
    taps(DEEPAK, FEBRUARY + "19:23:00", "approve@AP-1");
    house.move(Duration.ofMinutes(2));
    house.settle();
    assertThat(refunds()).containsExactly("done 145000");
    assertThat(ledger().getLast()).isEqualTo("refund 145000");
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("payment/refunded"));
  }

  @Test
  void a_second_tap_gives_nothing_up_twice() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    var yes = choice(TOM, "cancel_booking");
    phones.at(FEBRUARY + "19:22:00");
    phones.taps(TOM, "twice1", yes);
    phones.taps(TOM, "twice2", yes);
    house.settle();

    assertThat(refunds()).containsExactly("asked 145000");
    assertThat(ledger()).filteredOn(it -> it.startsWith("fee")).hasSize(1);
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/change_over"));
  }

  @Test
  void an_older_choice_is_asked_anew_when_the_sums_have_changed() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    var yes = choice(TOM, "cancel_booking");
    writes(TOM, FEBRUARY + "19:22:00", "cancel only for 1 person");
    assertThat(last(TOM).text()).contains("1 seat", "USD 725");
    taps(TOM, FEBRUARY + "19:23:00", yes);

    assertThat(last(TOM).template()).isEqualTo("booking/change_ways");
    assertThat(booking()).contains("confirmed");
    assertThat(refunds()).isEmpty();
  }

  @Test
  void nothing_comes_back_shortly_before_and_it_is_too_late_to_move() {
    phones.at("2027-02-15T19:20:00");
    writes(TOM, "2027-02-15T19:20:00", "need to cancel or move to 29 march");

    assertThat(last(TOM).text())
        .contains("28 days before", "you get back nothing of USD 2,900", "not possible any more");
    assertThat(last(TOM).choices()).containsExactly("show_cancel@CH-1~1", "ask_person@CH-1~1");

    writes(TOM, "2027-02-15T19:30:00", "then move it to 29 march");
    assertThat(last(TOM).template()).isEqualTo("booking/move_too_late");
  }

  @Test
  void only_one_of_two_seats_is_given_up() {
    writes(TOM, FEBRUARY + "19:20:00", "my wife broke her ankle, cancel for 1 person only");
    assertThat(last(TOM).text()).contains("1 seat", "USD 725");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    taps(TOM, FEBRUARY + "19:22:00", choice(TOM, "cancel_booking"));

    assertThat(last(TOM).text()).contains("1 seat", "USD 725", "other seats stay");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x1 of 145000");
    assertThat(ledger())
        .containsExactly("payment 290000", "charge 290000", "adjust -145000", "fee 72500");
    assertThat(refunds()).containsExactly("asked 72500");
    assertThat(seats("EBC-0315")).isEqualTo("0 held, 15 booked");
  }

  @Test
  void too_few_seats_there_are_said_and_nothing_moves() {
    house.execute("UPDATE core.departures SET booked = 15 WHERE code = 'EBC-0329'");
    asks("19:20:00");
    assertThat(last(TOM).text()).contains("1 free", "too few seats");
    assertThat(last(TOM).choices()).noneMatch(it -> it.startsWith("show_move"));
    writes(TOM, FEBRUARY + "19:21:00", "move it to 29 march");

    assertThat(last(TOM).template()).isEqualTo("booking/move_full");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
  }

  @Test
  void the_last_seats_that_somebody_else_takes_meanwhile_are_not_moved_to() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_move"));
    var yes = choice(TOM, "move_booking");
    house.execute("UPDATE core.departures SET booked = 15 WHERE code = 'EBC-0329'");
    taps(TOM, FEBRUARY + "19:22:00", yes);

    assertThat(last(TOM).template()).isEqualTo("booking/move_full");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    assertThat(seats("EBC-0329")).isEqualTo("0 held, 15 booked");
    assertThat(seats("EBC-0315")).isEqualTo("0 held, 16 booked");
  }

  @Test
  void money_goes_back_the_way_it_came() {
    asks("19:20:00");
    writes(TOM, FEBRUARY + "19:21:00", "can you refund it to another card please");

    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/same_way_back"));
    assertThat(refunds()).isEmpty();
  }

  @Test
  void nobody_else_can_cancel_it() {
    writes(XAVI, FEBRUARY + "19:20:00", "cancel BK-1");

    assertThat(last(XAVI).template()).isEqualTo("refused/no_booking");
    assertThat(last(XAVI).text()).doesNotContain("Tom", "EBC");
    phones.taps(XAVI, "x2", "cancel_booking@CH-1~1");
    house.settle();
    assertThat(booking()).contains("confirmed");
  }

  @Test
  void what_another_company_sold_is_for_them_to_cancel() {
    house.execute("UPDATE core.bookings SET sold_by = 'viator'");
    asks("19:20:00");

    assertThat(last(TOM).template()).isEqualTo("booking/ask_seller");
    assertThat(house.count("SELECT count(*) FROM booking_changes")).isZero();
  }

  @Test
  void a_colleague_can_do_it_for_them_and_they_are_told() {
    writes(SARITA, FEBRUARY + "19:20:00", "move BK-1 to EBC-0329");
    assertThat(last(SARITA).template()).isEqualTo("booking/move_ask");
    taps(SARITA, FEBRUARY + "19:21:00", choice(SARITA, "move_booking"));

    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0329 x2 of 290000");
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/moved"));
  }

  @Test
  void no_leaves_all_as_it_is() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    taps(TOM, FEBRUARY + "19:22:00", choice(TOM, "keep_booking"));

    assertThat(last(TOM).template()).isEqualTo("booking/kept");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    assertThat(house.column("SELECT state FROM booking_changes")).containsExactly("withdrawn");
  }

  private void asks(String at) {
    writes(
        TOM,
        FEBRUARY + at,
        "hey need to cancel, or maybe move to 29 march? wife broke her ankle 😔 what do we get"
            + " back");
  }

  private void sendsNote(String at) {
    phones.at(FEBRUARY + at);
    phones.shows(TOM, "note", "image", "docs note");
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  private void pays(String at, long minor) {
    phones.at(at);
    var text = last(TOM).text();
    var link = text.substring(text.indexOf("http")).split("\\s")[0];
    var body =
        "{\"link\":\"%s\",\"id\":\"pay_1\",\"event\":\"succeeded\",\"amount\":{\"minor\":%d,\"currency\":\"USD\"}}"
            .formatted(link, minor);
    var answer =
        house.post(
            "/sandbox/payments",
            body.getBytes(StandardCharsets.UTF_8),
            "content-type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    house.settle();
  }

  private void writes(String phone, String at, String text) {
    quotes(phone, at, null, text);
  }

  private void quotes(String phone, String at, @Nullable String quoted, String text) {
    phones.at(at);
    phones.quotes(phone, "m" + ++number, quoted, at, text);
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  private void taps(String phone, String at, String choice) {
    phones.at(at);
    phones.taps(phone, "t" + ++number, choice);
    house.settle();
  }

  private String choice(String phone, String action) {
    return phones.of(phone).stream()
        .flatMap(it -> it.choices().stream())
        .filter(it -> it.startsWith(action + "@"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private String booking() {
    return house
        .column(
            "SELECT code || ' ' || state || ' ' || departure || ' x' || party || ' of ' ||"
                + " total_minor FROM core.bookings ORDER BY code")
        .getFirst();
  }

  private List<String> ledger() {
    return house.column("SELECT kind || ' ' || amount_minor FROM core.ledger ORDER BY place");
  }

  private List<String> refunds() {
    return house.column("SELECT state || ' ' || amount_minor FROM refunds ORDER BY code");
  }

  private String seats(String departure) {
    return house
        .column(
            "SELECT held || ' held, ' || booked || ' booked' FROM core.departures WHERE code = ?",
            departure)
        .getFirst();
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
