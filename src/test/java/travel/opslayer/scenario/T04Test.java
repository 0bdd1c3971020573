package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.Database;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.timer.DueTimers;

/** Four requests in one bubble of Hinglish, and a yes to nothing. */
class T04Test extends PriyasMorning {

  @Test
  void each_of_four_requests_is_answered_with_its_number() {
    asksFourThings();

    assertThat(phones.of(PRIYA)).hasSize(1);
    var answer = last(PRIYA);
    assertThat(answer.language()).isEqualTo("hi");
    assertThat(answer.text().lines())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("(1) Namaste Priya").contains("2 log", "1,450", "3 "),
            it -> assertThat(it).startsWith("(2) Airport pickup: haan"),
            it -> assertThat(it).startsWith("(3) Payment: 20 % abhi").contains("Sarita", "13"),
            it -> assertThat(it).startsWith("(4) Visa letter: haan, booking ke baad"));
    assertThat(answer.choices())
        .containsExactly("ask_quote@LD-301", "other_dates@LD-301", "ask_person@LD-301");
  }

  @Test
  void sarita_gets_one_list_with_what_needs_her() {
    asksFourThings();

    assertThat(phones.of(SARITA)).hasSize(1);
    var list = last(SARITA);
    assertThat(list.kind()).isEqualTo("list");
    assertThat(list.text().lines())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("(1) New lead LD-301 Priya (hi): EBC x2"),
            it -> assertThat(it).startsWith("(2) Half and half: Priya (LD-301)").contains("20 %"),
            it -> assertThat(it).startsWith("(3) Visa letter: Priya (LD-301)"));
    assertThat(list.choices()).containsExactly("take_task:TK-1@LD-301", "take_task:TK-2@LD-301");
    assertThat(house.column("SELECT topic || ' ' || subject FROM tasks ORDER BY code"))
        .containsExactly("part_payment LD-301", "visa_letter LD-301");
    assertThat(house.count("SELECT count(*) FROM core.leads")).isEqualTo(1);
  }

  @Test
  void each_request_has_a_decision_of_its_own() {
    asksFourThings();

    assertThat(
            house.column(
                "SELECT wish || coalesce(' ' || (facts->>'topic_name'), '') FROM decisions"
                    + " WHERE person_id IS NOT NULL ORDER BY wish, facts->>'topic_name'"))
        .containsExactly(
            "ask_topic part_payment", "ask_topic pickup", "ask_topic visa_letter", "enquire");
    assertThat(house.count("SELECT count(DISTINCT id) FROM decisions")).isEqualTo(4);
    assertThat(house.column("SELECT facts->>'lead_code' FROM decisions WHERE wish = 'ask_topic'"))
        .containsOnly("LD-301");
    assertThat(house.count("SELECT count(*) FROM whatsapp_messages WHERE direction = 'in'"))
        .isEqualTo(1);
  }

  @Test
  void what_sarita_takes_she_answers_by_quoting() {
    asksFourThings();
    taps(SARITA, "A1", "11:04:30", "take_task:TK-1@LD-301");
    assertThat(last(SARITA).template()).isEqualTo("topic/taken");
    assertThat(house.column("SELECT (taken_by IS NOT NULL)::text FROM tasks ORDER BY code"))
        .containsExactly("true", "false");

    phones.at(DAY + "11:04:40");
    phones.quotes(SARITA, "A2", last(SARITA).id(), "50/50 is fine. and the visa letter later");
    answered();
    assertThat(last(PRIYA).text()).contains("50/50 is fine. and the visa letter later");
  }

  @Test
  void a_discount_is_asked_for_and_never_promised() {
    asksFourThings();
    writes("P2", "11:04:40", "thoda discount milega? 😅");

    assertThat(last(PRIYA).template()).isEqualTo("topic/discount");
    assertThat(last(PRIYA).text()).contains("Sarita").doesNotContain("(1)", "%");
    assertThat(last(SARITA).template()).isEqualTo("topic/discount_task");
    assertThat(house.column("SELECT topic FROM tasks ORDER BY code"))
        .containsExactly("part_payment", "visa_letter", "discount");
    assertThat(house.count("SELECT count(*) FROM core.quote_revisions")).isZero();
  }

  @Test
  void yes_to_nothing_books_nothing_and_says_what_is_missing() {
    asksFourThings();
    confirmsWithoutAQuote();

    assertThat(last(PRIYA).template()).isEqualTo("booking/what_to_confirm");
    assertThat(last(PRIYA).language()).isEqualTo("hi");
    assertThat(last(PRIYA).choices())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("ask_quote@LD-301~"),
            it -> assertThat(it).startsWith("hold_seats:2@LD-301~"),
            it -> assertThat(it).startsWith("ask_person@LD-301~"));
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
    assertThat(house.count("SELECT count(*) FROM core.holds")).isZero();
  }

  @Test
  void three_instead_of_two_is_another_price_and_what_was_before_is_written() throws Exception {
    asksFourThings();
    areThreeAndShowAPassport();

    var answer = last(PRIYA, "enquiry/party_changed");
    assertThat(answer.text()).contains("3 log", "4,350", "870", "sirf 3 seats");
    assertThat(answer.choices()).anyMatch(it -> it.startsWith("hold_seats:3@LD-301~"));
    assertThat(house.column("SELECT party::text FROM core.leads")).containsExactly("3");
    assertThat(timeline()).contains("party_changed", "2 → 3 people.");
  }

  @Test
  void a_passport_is_filed_closed_with_purpose_and_end_told() {
    asksFourThings();
    areThreeAndShowAPassport();

    var answer = last(PRIYA, "media/of_another");
    assertThat(answer.text()).contains("visa letter", "30 din");
    assertThat(answer.choices()).containsExactly("agree_media@MD-1", "refuse_media@MD-1");
    assertThat(house.rows("SELECT class, purpose, subject, consent FROM media_items"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("class", "id_document")
                    .containsEntry("purpose", "visa_letter")
                    .containsEntry("subject", "LD-301")
                    .containsEntry("consent", "asked"));
    assertThat(passport().keepUntil()).isEqualTo(Instant.parse("2027-04-27T18:15:00Z"));
    assertThat(phones.of(SARITA)).allMatch(it -> !it.kind().equals("image"));
    assertThat(last(SARITA).template()).isEqualTo("media/came_notice");
  }

  @Test
  void only_sales_and_managers_open_it_once_it_is_agreed() {
    asksFourThings();
    areThreeAndShowAPassport();
    assertThat(openedBy()).isEmpty();

    taps(PRIYA, "P9", "11:05:50", "agree_media@MD-1");
    assertThat(openedBy()).containsExactly("sales", "manager");
    assertThat(house.column("SELECT consent FROM media_items")).containsExactly("given");

    house.moveTo(Instant.parse("2027-04-27T18:15:01Z"));
    DueTimers.fire(house);
    house.settle();
    assertThat(openedBy()).isEmpty();
    assertThat(house.column("SELECT (deleted_at IS NOT NULL)::text FROM media_items"))
        .containsExactly("true");
  }

  @Test
  void who_does_not_agree_is_not_kept() {
    asksFourThings();
    areThreeAndShowAPassport();
    taps(PRIYA, "P9", "11:05:50", "refuse_media@MD-1");
    assertThat(last(PRIYA).template()).isEqualTo("media/refused");
    taps(PRIYA, "P10", "11:05:55", "agree_media@MD-1");

    assertThat(last(PRIYA).template()).isEqualTo("media/gone");
    assertThat(openedBy()).isEmpty();
    assertThat(house.column("SELECT consent FROM media_items")).containsExactly("refused");
  }

  @Test
  void a_number_that_is_not_true_any_more_is_asked_before_anything_is_held() {
    toTheOldChoice();

    assertThat(last(PRIYA).template()).isEqualTo("booking/how_many");
    assertThat(last(PRIYA).text()).contains("3 log");
    assertThat(last(PRIYA).choices())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("hold_seats:2@LD-301~"),
            it -> assertThat(it).startsWith("hold_seats:3@LD-301~"));
    assertThat(house.count("SELECT count(*) FROM core.holds")).isZero();
  }

  @Test
  void three_seats_are_held_once_and_nothing_is_to_be_paid_yet() {
    toTheOldChoice();
    var three = choice("booking/how_many", "hold_seats:3");
    taps(PRIYA, "P7", "11:06:10", three);

    var held = last(PRIYA);
    assertThat(held.template()).isEqualTo("booking/seats_held");
    assertThat(held.text()).contains("BK-1", "3 seats", "EBC-0315", "kal 11:06", "10:51");
    assertThat(held.text()).doesNotContain("http");
    assertThat(house.rows("SELECT state, party, total_minor, deposit_minor FROM core.bookings"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("state", "on_hold")
                    .containsEntry("party", "3")
                    .containsEntry("total_minor", "435000")
                    .containsEntry("deposit_minor", "87000"));
    assertThat(house.count("SELECT count(*) FROM payments")).isZero();

    taps(PRIYA, "P8", "11:06:20", three);
    assertThat(last(PRIYA).template()).isEqualTo("booking/held_already");
    taps(PRIYA, "P9", "11:06:25", choice("booking/how_many", "hold_seats:2"));
    assertThat(last(PRIYA).template()).isEqualTo("booking/held_already");
    assertThat(house.column("SELECT held::text FROM core.departures WHERE code = 'EBC-0315'"))
        .containsExactly("3");
  }

  @Test
  void after_a_day_the_seats_are_free_again() {
    toTheOldChoice();
    taps(PRIYA, "P7", "11:06:10", choice("booking/how_many", "hold_seats:3"));
    phones.at("2026-11-10T11:06:12");
    DueTimers.fire(house);
    house.settle();

    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("expired");
    assertThat(house.column("SELECT held::text FROM core.departures WHERE code = 'EBC-0315'"))
        .containsExactly("0");
  }

  /** P1 to P6: the choice of S4 says two, and they are three. */
  private void toTheOldChoice() {
    asksFourThings();
    confirmsWithoutAQuote();
    areThreeAndShowAPassport();
    taps(PRIYA, "P6", "11:06:03", choice("booking/what_to_confirm", "hold_seats"));
  }

  private MediaItem passport() {
    return house
        .bean(Database.class)
        .read(1, sql -> house.bean(MediaShelf.class).byCode(sql, 1, "MD-1"))
        .orElseThrow();
  }

  private List<String> openedBy() {
    return List.of("sales", "operations", "field", "manager", "customer").stream()
        .filter(it -> house.bean(MediaShelf.class).mayOpen(passport(), it, house.now()))
        .toList();
  }
}
