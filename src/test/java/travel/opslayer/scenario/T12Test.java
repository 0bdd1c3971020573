package travel.opslayer.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A guide is found, has second thoughts, and an assistant leads by exception. */
class T12Test extends PembasEvening {

  private static final Map<String, String> PHONES =
      Map.of(
          "PEMBA", PEMBA,
          "DAWA", DAWA,
          "ANITA", ANITA,
          "DEEPAK", DEEPAK,
          "HANNAH", "+491500000107",
          "TOM", "+447700900103");

  private void refused() {
    writes(BIKRAM, "B1", "15:20:04", "assign pemba trp130 tmrw mrng");
  }

  private void offered() {
    refused();
    writes(BIKRAM, "B2", "15:20:20", "mingma then");
  }

  private void accepted() {
    offered();
    taps(MINGMA, "M1", "15:24:11", choice(MINGMA, "accept_job"));
    taps(MINGMA, "M2", "15:24:11", choice(MINGMA, "accept_job"));
  }

  private void wantsOut() {
    accepted();
    writes(
        MINGMA, "M3", "17:05:40", "sorry dai, cannot tomorow, chori ko school ma program cha 🙏");
  }

  private void exception() {
    wantsOut();
    taps(BIKRAM, "B3", "17:06:10", "ask_override:DAWA@TRP130");
  }

  private void allowed() {
    exception();
    var asked = last(ANITA, "assign/override").id();
    taps(ANITA, "A1", "17:07:30", "why_override@AP-1");
    quotes(ANITA, "A2", asked, "17:09:02", "ok approve, max 8 guests, ram experienced cha");
  }

  @Test
  void who_is_not_rested_is_refused_with_the_numbers_and_with_others_in_order() {
    refused();

    said(BIKRAM, "assign/cannot", "Pemba cannot", "22:30", "6:00", "7 h 30", "rule: 10 h");
    assertThat(last(BIKRAM).choices())
        .containsExactly(
            "offer_job:MINGMA@TRP130", "ask_override:DAWA@TRP130", "ask_override:PEMBA@TRP130");
    assertThat(last(BIKRAM).text())
        .contains("Mingma (lead, Spanish): Rested 14 h, first aid ok, 0 trips")
        .contains("Dawa (assistant): No lead licence: needs manager")
        .contains("Ask Anita for Pemba");
    assertThat(crew()).isEmpty();
    assertThat(
            house.column(
                """
                SELECT place || ' ' || p.code || ' ' || fit || ' ' || array_to_string(reasons, '+')
                  || ' ' || coalesce(rest_minutes::text, '-') || ' ' || speaks
                FROM assignment_candidates c JOIN people p ON p.id = c.person_id ORDER BY place
                """))
        .containsExactly(
            "1 MINGMA free  - true",
            "2 DAWA needs_yes licence - false",
            "3 PEMBA needs_yes rest 450 false",
            "4 RAM never busy+skill 3540 false");
  }

  @Test
  void a_name_after_the_list_is_enough_and_the_offer_has_an_end_and_a_price() {
    offered();

    said(MINGMA, "assign/offer", "TRP130", "tomorrow", "6:00", "8 guests (2 speak Spanish)");
    assertThat(last(MINGMA).text()).contains("driver Ram", "4,500", "15:50");
    assertThat(last(MINGMA).choices())
        .extracting(it -> it.replaceFirst("@.*", ""))
        .containsExactly("accept_job", "decline_job", "ask_job");
    said(BIKRAM, "assign/asked", "Mingma", "15:50");
    assertThat(crew()).containsExactly("MINGMA lead offered");
    assertThat(
            house.column("SELECT pay_minor || ' ' || currency FROM crew WHERE state = 'offered'"))
        .containsExactly("450000 NPR");
  }

  @Test
  void accepted_twice_is_accepted_once() {
    accepted();

    assertThat(told(MINGMA)).containsOnlyOnce("assign/accepted").endsWith("assign/accepted");
    assertThat(told(BIKRAM)).containsOnlyOnce("assign/accepted_notice");
    said(BIKRAM, "assign/accepted_notice", "TRP130: Mingma accepted 15:24 (4 min)");
    assertThat(crew()).containsExactly("MINGMA lead accepted");
    clock("15:51:00");
    assertThat(crew()).containsExactly("MINGMA lead accepted");
  }

  @Test
  void second_thoughts_soon_before_the_trip_keep_them_on_it() {
    wantsOut();

    said(MINGMA, "assign/still_on", "Bikram", "still on TRP130");
    said(BIKRAM, "assign/wants_out", "Mingma wants out of TRP130", "12 h 5", "chori ko school");
    assertThat(last(BIKRAM).choices())
        .contains("ask_override:DAWA@TRP130", "show_later:PEMBA@TRP130")
        .anyMatch(it -> it.startsWith("keep_job@AS-"))
        .noneMatch(it -> it.contains("MINGMA"));
    assertThat(last(BIKRAM).text()).contains("Would rest 10 h if TRP130 starts 08:30");
    assertThat(crew()).containsExactly("MINGMA lead accepted");
    assertThat(house.column("SELECT encode(reason, 'escape') FROM assignments"))
        .noneMatch(it -> it.contains("chori"));
  }

  @Test
  void an_exception_is_asked_explained_and_allowed_with_a_limit() {
    exception();

    said(ANITA, "assign/override", "AP-1", "Dawa to lead TRP130", "8 guests, no lead licence");
    assertThat(last(ANITA).text()).contains("Bikram asks", "Alternative: Pemba from 08:30");
    assertThat(last(ANITA).choices())
        .containsExactly("approve@AP-1", "reject@AP-1", "why_override@AP-1");
    assertThat(last(ANITA).text()).doesNotContain("chori");
    assertThat(crew()).containsExactly("MINGMA lead accepted", "DAWA lead proposed");
    assertThat(told(DAWA)).doesNotContain("assign/offer");
    taps(BIKRAM, "B4", "17:06:40", "approve@AP-1");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");
    taps(ANITA, "A1", "17:07:30", "why_override@AP-1");
    said(ANITA, "assign/why_override", "job-fit.csv row", "lead licence for more than 6 guests");
    assertThat(last(ANITA).text())
        .contains("1 trip as assistant", "0 incidents", "never this year");
  }

  @Test
  void the_limit_in_the_yes_is_kept_and_the_assistant_is_asked() {
    allowed();

    said(DAWA, "assign/offer", "Lead job TRP130", "8 guests", "driver Ram", "5,000", "17:39");
    assertThat(last(DAWA).text()).doesNotContain("chori", "Mingma");
    said(BIKRAM, "assign/allowed_notice", "Anita", "up to 8 guests", "ram experienced");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("approved");
    assertThat(house.column("SELECT max_guests FROM crew WHERE max_guests IS NOT NULL"))
        .containsExactly("8");
    assertThat(crew()).containsExactly("MINGMA lead accepted", "DAWA lead offered");
  }

  @Test
  void a_thumb_is_no_yes_and_the_switch_is_one_step() {
    allowed();
    phones.at(DAY + "17:10:00");
    phones.reacts(DAWA, "D1", last(DAWA).id(), "👍");
    settle();

    said(DAWA, "assign/tap_accept", "accept");
    assertThat(last(DAWA).choices()).anyMatch(it -> it.startsWith("accept_job@AS-"));
    assertThat(crew()).containsExactly("MINGMA lead accepted", "DAWA lead offered");
    writes(DAWA, "D2", "17:10:15", "accept 💪");
    said(DAWA, "assign/accepted", "TRP130 is yours");
    said(BIKRAM, "assign/accepted_notice", "Dawa accepted", "Mingma is released", "AP-1", "8 fit");
    said(MINGMA, "assign/released", "You are free tomorrow");
    assertThat(crew()).containsExactly("MINGMA lead removed", "DAWA lead accepted");
    assertThat(allTold("PEMBA", "DAWA", "ANITA", "DEEPAK", "HANNAH", "TOM"))
        .doesNotContain("chori");
    assertThat(house.column("SELECT DISTINCT action FROM approvals")).containsExactly("override");
  }

  /** All that these people were told. */
  private String allTold(String... people) {
    return Stream.of(people)
        .flatMap(it -> phones.of(PHONES.get(it)).stream())
        .map(Phones.Shown::text)
        .collect(joining("\n"));
  }
}
