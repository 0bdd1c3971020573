package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What else may happen between an offer and a trip. */
class T12VariantsTest extends PembasEvening {

  private static final String LICENCE =
      "INSERT INTO crew_skills SELECT 1, id, 'lead_licence' FROM people WHERE code = 'DAWA'";

  /** Dawa has a licence here, so that there is a next one who is free. */
  private void dawaIsLicensed() {
    house.execute(LICENCE);
  }

  private void offered() {
    writes(BIKRAM, "B1", "15:20:04", "assign mingma trp130");
    said(MINGMA, "assign/offer", "TRP130", "15:50");
  }

  @Test
  void who_does_not_answer_is_followed_by_the_next_and_can_only_say_yes_too_late() {
    dawaIsLicensed();
    offered();
    clock("15:50:10");

    said(MINGMA, "assign/lapsed", "TRP130");
    said(DAWA, "assign/offer", "TRP130", "4,500", "16:20");
    said(BIKRAM, "assign/next_asked", "Mingma did not answer", "Asked Dawa", "16:20");
    assertThat(crew()).containsExactly("MINGMA lead lapsed", "DAWA lead offered");
    writes(MINGMA, "M1", "15:55:00", "accept");
    said(MINGMA, "assign/too_late", "over since 15:50", "Somebody else is asked");
    said(BIKRAM, "assign/late_notice", "Mingma would do TRP130");
    assertThat(crew()).containsExactly("MINGMA lead lapsed", "DAWA lead offered");
    taps(DAWA, "D1", "15:56:00", choice(DAWA, "accept_job"));
    taps(MINGMA, "M2", "15:57:00", choice(MINGMA, "accept_job"));
    said(MINGMA, "assign/too_late", "Somebody else does it");
    assertThat(crew()).containsExactly("MINGMA lead lapsed", "DAWA lead accepted");
  }

  @Test
  void when_all_decline_operations_and_managers_know_at_once() {
    dawaIsLicensed();
    offered();
    writes(MINGMA, "M1", "15:25:00", "sakdina, biramï chu");
    said(MINGMA, "assign/declined", "TRP130");
    said(DAWA, "assign/offer", "TRP130");
    assertThat(last(DAWA).text()).doesNotContain("biram");
    said(BIKRAM, "assign/next_asked", "Mingma said no", "for you alone", "biram");
    taps(DAWA, "D1", "15:26:00", choice(DAWA, "decline_job"));

    for (var phone : List.of(BIKRAM, ANITA, DEEPAK)) {
      said(phone, "assign/unfilled", "TRP130", "tomorrow", "Dawa said no", "Pemba");
      assertThat(last(phone).choices()).contains("show_later:PEMBA@TRP130");
    }
    assertThat(crew()).containsExactly("MINGMA lead declined", "DAWA lead declined");
  }

  @Test
  void an_assistant_who_accepts_after_the_end_gets_an_honest_answer() {
    taps(BIKRAM, "B1", "17:06:10", "ask_override:DAWA@TRP130");
    taps(ANITA, "A1", "17:09:02", "approve@AP-1");
    said(DAWA, "assign/offer", "17:39");
    clock("17:39:30");
    said(DAWA, "assign/lapsed");
    said(MINGMA, "assign/offer");
    taps(DAWA, "D1", "17:45:00", choice(DAWA, "accept_job"));

    said(DAWA, "assign/too_late", "over since 17:39", "Somebody else is asked");
    assertThat(crew()).containsExactly("DAWA lead lapsed", "MINGMA lead offered");
  }

  private void dawaLeads() {
    taps(BIKRAM, "B1", "17:06:10", "ask_override:DAWA@TRP130");
    quotes(
        ANITA, "A1", last(ANITA, "assign/override").id(), "17:09:02", "ok approve, max 8 guests");
    taps(DAWA, "D1", "17:10:00", choice(DAWA, "accept_job"));
    assertThat(crew()).containsExactly("DAWA lead accepted");
  }

  @Test
  void one_guest_more_than_was_allowed_alarms_operations_once() {
    dawaLeads();
    phones.at(DAY + "20:00:00");
    house.execute("UPDATE trips SET guests = 9 WHERE code = 'TRP130'");
    settle();

    said(BIKRAM, "assign/overfull", "9 guests", "AP-1", "Dawa", "only 8", "Mingma");
    said(ANITA, "assign/overfull");
    assertThat(last(BIKRAM).choices()).contains("offer_job:MINGMA@TRP130");
    house.restart();
    settle();
    assertThat(told(BIKRAM)).containsOnlyOnce("assign/overfull");
    taps(BIKRAM, "B2", "20:01:00", "offer_job:MINGMA@TRP130");
    taps(MINGMA, "M1", "20:02:00", choice(MINGMA, "accept_job"));
    said(DAWA, "assign/released");
    assertThat(crew()).containsExactly("DAWA lead removed", "MINGMA lead accepted");
  }

  @Test
  void as_many_as_were_allowed_alarm_nobody() {
    dawaLeads();
    house.execute("UPDATE trips SET guests = 8, version = version + 1 WHERE code = 'TRP130'");
    settle();

    assertThat(told(BIKRAM)).doesNotContain("assign/overfull");
  }

  @Test
  void a_yes_for_fewer_than_are_booked_is_none() {
    taps(BIKRAM, "B1", "17:06:10", "ask_override:DAWA@TRP130");
    var asked = last(ANITA, "assign/override").id();
    quotes(ANITA, "A1", asked, "17:09:02", "ok approve, max 6 guests");
    said(ANITA, "assign/too_few_allowed");
    quotes(ANITA, "A2", asked, "17:09:30", "approve, but if he has a phone");
    said(ANITA, "assign/on_condition");

    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");
    assertThat(crew()).containsExactly("DAWA lead proposed");
  }

  @Test
  void guests_who_come_while_it_is_asked_make_it_another_question() {
    taps(BIKRAM, "B1", "17:06:10", "ask_override:DAWA@TRP130");
    house.execute("UPDATE trips SET guests = 9 WHERE code = 'TRP130'");
    taps(ANITA, "A1", "17:09:02", "approve@AP-1");

    said(ANITA, "approval/changed");
    assertThat(crew()).containsExactly("DAWA lead proposed");
  }

  @Test
  void what_is_not_allowed_is_offered_to_nobody() {
    taps(BIKRAM, "B1", "17:06:10", "ask_override:DAWA@TRP130");
    taps(ANITA, "A1", "17:09:02", "reject@AP-1");

    said(BIKRAM, "assign/not_allowed", "AP-1", "Dawa");
    assertThat(told(DAWA)).doesNotContain("assign/offer");
    assertThat(crew()).containsExactly("DAWA lead removed");
  }

  @Test
  void of_two_who_are_asked_the_first_yes_counts() {
    dawaIsLicensed();
    offered();
    writes(BIKRAM, "B2", "15:21:00", "assign dawa trp130");
    taps(DAWA, "D1", "15:22:00", choice(DAWA, "accept_job"));
    taps(MINGMA, "M1", "15:22:01", choice(MINGMA, "accept_job"));

    said(MINGMA, "assign/taken");
    assertThat(crew()).containsExactlyInAnyOrder("MINGMA lead offered", "DAWA lead accepted");
    clock("15:51:30");
    assertThat(crew()).containsExactlyInAnyOrder("MINGMA lead lapsed", "DAWA lead accepted");
    assertThat(told(BIKRAM)).doesNotContain("assign/next_asked", "assign/unfilled");
  }

  @Test
  void who_works_elsewhere_by_then_cannot_accept() {
    offered();
    work("TRP131", "MINGMA", "lead", "2026-11-13T05:00+05:45", "2026-11-13T09:00+05:45");
    taps(MINGMA, "M1", "15:24:00", choice(MINGMA, "accept_job"));

    said(MINGMA, "assign/not_free");
    assertThat(crew()).containsExactly("MINGMA lead offered");
  }

  @Test
  void two_days_before_they_may_give_it_back_and_the_next_is_asked() {
    dawaIsLicensed();
    phones.at("2026-11-10T09:00:00");
    phones.quotes(BIKRAM, "B1", null, "2026-11-10T09:00:00", "assign mingma trp130");
    settle();
    phones.tapsAt(MINGMA, "M1", "2026-11-10T09:01:00", choice(MINGMA, "accept_job"));
    settle();
    phones.quotes(MINGMA, "M2", null, "2026-11-10T09:02:00", "cannot on 13 nov, sorry");
    settle();

    said(MINGMA, "assign/let_go", "TRP130");
    said(DAWA, "assign/offer", "TRP130");
    said(BIKRAM, "assign/next_asked", "Mingma gave it back");
    assertThat(crew()).containsExactly("MINGMA lead removed", "DAWA lead offered");
  }

  @Test
  void operations_may_say_no_to_second_thoughts() {
    offered();
    taps(MINGMA, "M1", "15:24:00", choice(MINGMA, "accept_job"));
    writes(MINGMA, "M2", "17:05:00", "cannot tomorrow");
    taps(BIKRAM, "B2", "17:06:00", choice(BIKRAM, "keep_job"));

    said(MINGMA, "assign/kept_notice", "Bikram", "TRP130");
    said(BIKRAM, "assign/kept", "Mingma");
    assertThat(crew()).containsExactly("MINGMA lead accepted");
  }

  @Test
  void who_cannot_find_something_does_not_want_out() {
    offered();
    taps(MINGMA, "M1", "15:24:00", choice(MINGMA, "accept_job"));
    writes(MINGMA, "M2", "17:05:00", "cannot find the first aid kit");

    assertThat(told(BIKRAM)).doesNotContain("assign/wants_out");
  }

  @Test
  void a_guide_and_a_customer_assign_nobody() {
    writes(PEMBA, "P1", "15:20:00", "assign mingma trp130");
    said(PEMBA, "assign/by_operations");
    phones.at(DAY + "15:21:00");
    phones.writes("+447700900103", "Tom", "T1", DAY + "15:21:00", "assign mingma trp130");
    settle();

    assertThat(crew()).isEmpty();
    assertThat(told("+447700900103")).noneMatch(it -> it.startsWith("assign/"));
  }

  @Test
  void a_name_long_after_the_list_chooses_nobody() {
    taps(BIKRAM, "B1", "18:00:00", "show_candidates@TRP130");
    writes(BIKRAM, "B2", "18:11:10", "mingma");
    assertThat(crew()).isEmpty();
    taps(BIKRAM, "B3", "18:12:00", "show_candidates@TRP130");
    writes(BIKRAM, "B4", "18:21:30", "mingma");
    assertThat(crew()).containsExactly("MINGMA lead offered");
  }

  @Test
  void the_card_of_a_colleague_after_the_list_chooses_them_and_no_other_card_does() {
    taps(BIKRAM, "B1", "18:00:00", "show_candidates@TRP130");
    card("B2", "18:01:00", "+447700900999");
    assertThat(crew()).isEmpty();
    card("B3", "18:02:00", MINGMA);

    assertThat(crew()).containsExactly("MINGMA lead offered");
    said(MINGMA, "assign/offer", "TRP130");
  }

  private void card(String id, String at, String phone) {
    phones.at(DAY + at);
    phones.showsCard(BIKRAM, id, phone);
    settle();
  }

  @Test
  void whoever_stands_in_for_a_manager_allows_an_exception_too() {
    writes(ANITA, "A1", "15:00:00", "delegate to Sarita until tomorrow");
    taps(BIKRAM, "B1", "17:06:10", "ask_override:DAWA@TRP130");
    clock("17:06:15");

    said(SARITA, "approval/for_another", "AP-1");
    taps(SARITA, "S1", "17:07:00", "approve@AP-1");
    said(DAWA, "assign/offer", "TRP130");
  }
}
