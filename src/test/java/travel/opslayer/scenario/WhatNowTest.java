package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can I do? Answered by the rules, thing by thing, for whoever asks. */
class WhatNowTest extends LuciasBooking {

  private static final String PEMBA = "+9779805550301";
  private static final String BIKRAM = "+9779805550202";

  private List<String> offered(String phone, String id, String at, String text) {
    asks(phone, id, at, text);
    return last(phone).choices();
  }

  @Test
  void a_customer_is_offered_what_is_possible_with_their_seats_and_it_is_done() {
    var choices = offered(LUCIA, "H1", "14:10:00", "?");

    assertThat(last(LUCIA).template()).isEqualTo("help/menu");
    assertThat(last(LUCIA).text()).contains("BK-1");
    assertThat(choices).hasSizeLessThanOrEqualTo(10).contains("help@BK-1", "ask_person");
    taps(LUCIA, "H1b", "14:10:30", "help@BK-1");
    assertThat(last(LUCIA).choices())
        .contains("show_status@BK-1", "show_cancel@BK-1")
        .doesNotContain("accept_quote@Q-1", "show_move@BK-1", "close_departure@EBC-0315");

    taps(LUCIA, "H2", "14:11:00", "show_status@BK-1");
    assertThat(last(LUCIA).template()).isEqualTo("booking/status");
  }

  @Test
  void of_one_thing_its_choices_alone_are_shown() {
    var choices = offered(LUCIA, "H1", "14:10:00", "? BK-1");

    assertThat(choices).isNotEmpty().allMatch(it -> it.endsWith("@BK-1"));
    assertThat(last(LUCIA).text()).contains("BK-1").doesNotContain("manager");
  }

  @Test
  void a_stranger_learns_nothing_of_the_booking_of_another() {
    var stranger = "+447700900555";
    var choices = offered(stranger, "H1", "14:10:00", "? BK-1");

    assertThat(last(stranger).template()).isEqualTo("help/menu");
    assertThat(choices).noneMatch(it -> it.startsWith("show_cancel"));
    assertThat(last(stranger).text()).doesNotContain("EBC");
  }

  @Test
  void a_guide_is_offered_what_is_possible_on_their_trips_of_today_and_not_before() {
    var early = offered(PEMBA, "H1", "14:10:00", "?");
    assertThat(early).doesNotContain("check_out@TRP123");

    phones.at("2026-11-10T04:30:00");
    var choices = offered(PEMBA, "H2", "2026-11-10T04:30:00", "? TRP123");
    assertThat(last(PEMBA).template()).isEqualTo("help/menu_staff");
    assertThat(choices).contains("check_in@TRP123", "show_guests@TRP123");
    assertThat(choices).doesNotContain("start_trip@TRP123", "close_departure@EBC-0315");
    assertThat(last(PEMBA).text()).contains("call crew: operations, manager");
  }

  @Test
  void sales_is_offered_leads_and_not_departures() {
    var choices = offered(SARITA, "H1", "14:10:00", "?");

    assertThat(choices).noneMatch(it -> it.contains("EBC-0315"));
    assertThat(last(SARITA).text()).contains("hold ebc0315 2 Tom").doesNotContain("broadcast");

    offered(SARITA, "H2", "14:12:00", "? EBC-0315");
    assertThat(last(SARITA).text())
        .contains("nothing to tap", "close departure: operations, manager");
  }

  @Test
  void operations_is_offered_departures_and_a_manager_what_waits_for_a_word() {
    var choices = offered(BIKRAM, "H1", "14:10:00", "? EBC-0315");
    assertThat(choices).contains("close_departure@EBC-0315").noneMatch(it -> it.contains("reopen"));

    taps(BIKRAM, "H2", "14:11:00", "close_departure@EBC-0315");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/closed");
    assertThat(offered(BIKRAM, "H3", "14:12:00", "? EBC-0315"))
        .contains("reopen_departure@EBC-0315")
        .noneMatch(it -> it.contains("close_departure"));
    assertThat(offered(ANITA, "H4", "14:13:00", "what can i do")).isNotEmpty();
    assertThat(last(ANITA).text()).contains("delegate to Deepak");
  }

  @Test
  void a_refusal_says_who_could_do_it() {
    taps(PEMBA, "H1", "14:10:00", "show_status@BK-1");

    assertThat(last(PEMBA).template()).isEqualTo("refused/nobody_permits");
    assertThat(last(PEMBA).text()).contains("show status", "sales, operations, manager", "why");
  }

  @Test
  void a_row_that_staff_delete_is_not_offered_any_more() {
    house.rule(
        "20-authorise/change-permit.csv",
        "show_cancel,customer,\"on_hold, confirmed\",yes,,\n",
        "");
    house.bean(travel.opslayer.decision.RuleFolder.class).load();

    assertThat(offered(LUCIA, "H1", "14:10:00", "? BK-1"))
        .contains("show_status@BK-1")
        .doesNotContain("show_cancel@BK-1");
  }
}
