package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** The tables of who works on a trip: what fits, and what only just does not. */
class AssignmentRulesTest {

  @ParameterizedTest
  @CsvSource({
    // busy, skilled, licensed, rest, guests, lacks
    "false, true, true, 600, 8, ",
    "false, true, true, 599, 8, rest",
    "false, true, false, 600, 6, ",
    "false, true, false, 600, 7, licence",
    "false, true, false, 450, 8, rest licence",
    "true, true, true, 600, 8, busy",
    "false, false, true, 600, 8, skill"
  })
  void who_can_lead(
      boolean busy, boolean skilled, boolean licensed, long rest, long guests, String reasons) {
    var decision = candidate("lead", busy, skilled, licensed, rest, guests, 1000);
    var said = said(decision, "never");
    said.addAll(said(decision, "lacks"));

    assertThat(said)
        .containsExactlyElementsOf(reasons == null ? List.of() : List.of(reasons.split(" ")));
  }

  @Test
  void an_assistant_needs_no_licence() {
    assertThat(said(candidate("assistant", false, true, false, 600, 12, 1000), "lacks")).isEmpty();
  }

  @Test
  void who_has_said_no_is_asked_again_by_name_alone() {
    for (var wish : List.of("next_job", "show_candidates")) {
      assertThat(said(Rules.decide(wish, "candidate_asked", true), "never"))
          .containsExactly("asked");
    }
    assertThat(said(Rules.decide("offer_job", "candidate_asked", true), "never")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"719, P-NOW", "720, P-SOON", "2879, P-SOON", "2880, P-LONG"})
  void the_time_to_answer_depends_on_how_soon_it_is(long minutes, String how) {
    var decision = candidate("lead", false, true, true, 600, 8, minutes);

    assertThat(decision.assigned("job_within"))
        .contains(
            switch (how) {
              case "P-NOW" -> "10 min";
              case "P-SOON" -> "30 min";
              default -> "2 h";
            });
  }

  @ParameterizedTest
  @CsvSource({
    "lead, true, 'NPR 4,500'",
    "lead, false, 'NPR 5,000'",
    "assistant, false, 'NPR 3,000'",
    "driver, false, 'NPR 3,500'"
  })
  void what_it_pays(String as, boolean licensed, String pay) {
    assertThat(candidate(as, false, true, licensed, 600, 8, 1000).assigned("pay")).contains(pay);
  }

  @ParameterizedTest
  @CsvSource({
    "cannot, accepted, true, 1441, withdraw_job",
    "cannot, accepted, true, 1440, want_out",
    "perhaps_cannot, accepted, true, 100, want_out",
    "perhaps_cannot, accepted, false, 100, none",
    "perhaps_cannot, offered, false, 100, decline_job",
    "accept, offered, false, 100, accept_job",
    "accept, lapsed, false, 100, accept_late",
    "sign, offered, true, 100, explain_accept",
    "sign, accepted, true, 100, none"
  })
  void what_guides_say(String says, String state, boolean sure, long before, String wish) {
    var heard =
        Shipped.release()
            .decide(
                Rules.situation(
                    "message_kind",
                    "text",
                    "sender_role",
                    "field",
                    "assign_says",
                    says,
                    "job_own",
                    true,
                    "job_state",
                    state,
                    "job_sure",
                    sure,
                    "assign_minutes_before",
                    before))
            .wish();

    assertThat(heard.equals("not_understood") ? "none" : heard).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"9, offer_job", "10, offer_job", "11, not_understood"})
  void a_name_chooses_from_a_list_of_late(long since, String wish) {
    var decision =
        Shipped.release()
            .decide(
                Rules.situation(
                    "message_kind",
                    "text",
                    "sender_role",
                    "operations",
                    "sender_staff",
                    true,
                    "assign_says",
                    "pick",
                    "assign_named",
                    "MINGMA",
                    "assign_since",
                    since));

    assertThat(decision.wish()).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"false, false, ", "true, false, assign/taken", "false, true, assign/not_free"})
  void nobody_accepts_what_somebody_else_has_or_beside_another_trip(
      boolean taken, boolean clash, String reason) {
    var decision =
        Rules.decide(
            "accept_job",
            "job_own",
            true,
            "job_state",
            "offered",
            "job_late",
            false,
            "job_taken",
            taken,
            "job_clash",
            clash);

    assertThat(decision.outcome())
        .isEqualTo(
            reason == null
                ? new Outcome.Permitted("accept_job")
                : new Outcome.Refused("accept_job", reason));
  }

  @Test
  void a_yes_for_fewer_guests_or_on_a_condition_is_none() {
    assertThat(yes(false, false)).isEqualTo(new Outcome.Permitted("approve"));
    assertThat(yes(true, false))
        .isEqualTo(new Outcome.Refused("approve", "assign/too_few_allowed"));
    assertThat(yes(false, true)).isEqualTo(new Outcome.Refused("approve", "assign/on_condition"));
  }

  private static Outcome yes(boolean few, boolean condition) {
    return Rules.decide(
            "approve",
            "sender_role",
            "manager",
            "approval_code",
            "AP-44",
            "approval_about",
            "override",
            "approval_may",
            true,
            "assign_limit_short",
            few,
            "assign_conditional",
            condition)
        .outcome();
  }

  private static Decision candidate(
      String as,
      boolean busy,
      boolean skilled,
      boolean licensed,
      long rest,
      long guests,
      long minutes) {
    return Rules.decide(
        "offer_job",
        "assign_as",
        as,
        "assign_guests",
        guests,
        "assign_minutes_before",
        minutes,
        "candidate_busy",
        busy,
        "candidate_skilled",
        skilled,
        "candidate_licensed",
        licensed,
        "candidate_rest",
        rest,
        "candidate_asked",
        false);
  }

  private static List<String> said(Decision decision, String name) {
    return new java.util.ArrayList<>(
        decision.hits().stream()
            .map(it -> it.verdict() instanceof Verdict.Assign said ? said : null)
            .filter(it -> it != null && it.name().equals(name))
            .map(Verdict.Assign::value)
            .toList());
  }
}
