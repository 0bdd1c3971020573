package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Problem;

/** What is said of the rules that ship; a model should leave few questions open. */
class ShippedNotesTest {

  private static final String SAID =
      """
      amend/release_over
      approval/changed
      approval/delegate_when
      approval/delegate_who
      approval/not_yours
      approval/over
      approval/voted
      assign/asked_already
      assign/cannot
      assign/needs_no_yes
      booking/extend_which
      booking/extend_which_staff
      booking/held_already
      duty/almost
      duty/km_odd
      duty/settled_already
      duty/when_done
      help/several
      incident/no_such_car
      incident/none_open
      incident/plan_over
      insight/not_kept
      inventory/no_price
      inventory/paid_in
      inventory/undo_gone
      late/nothing_to_change
      media/gone
      media/not_here
      media/nothing_published
      media/which_photo
      overview/booking_line
      overview/departure_line
      overview/offer_line
      overview/pipeline_line
      payment/goodwill_too_much
      payment/goodwill_what
      quote/later
      quote/sold
      quote/what
      refused/not_in_state
      topic/no_such_task
      trip/called_already
      trip/no_claim
      trip/nobody_left
      waitlist/nobody
      """;

  @Test
  void what_is_left_open_is_meant() {
    assertThat(Shipped.release().notes())
        .extracting(Problem::toString)
        .filteredOn(it -> !it.startsWith("templates/"))
        .containsExactly(
            "30-transition/lead.csv:A3: No row for: From qualified, quoted, reopened; Event"
                + " answer_lead. There the state stays as it is. Maybe add a row, if the state"
                + " should change.",
            "30-transition/waitlist.csv:A6: No row for: From waiting, converted, declined, lapsed,"
                + " withdrawn, expired; Event lapse_offer. There the state stays as it is. Maybe"
                + " add a row, if the state should change.",
            "30-transition/lead.csv:A2: No row leads to the states (new, quoted, won, lost,"
                + " reopened, merged). Maybe nothing is missing, if the service or a person sets"
                + " them; add a row otherwise.",
            "30-transition/waitlist.csv:A2: No row leads to the states (waiting, offered,"
                + " expired). Maybe nothing is missing, if the service or a person sets them; add a"
                + " row otherwise.");
  }

  @Test
  void what_no_rule_says_actions_say() {
    assertThat(Shipped.release().notes())
        .extracting(Problem::toString)
        .filteredOn(it -> it.startsWith("templates/"))
        .containsExactlyElementsOf(SAID.lines().map(ShippedNotesTest::said).toList());
  }

  /** Actions say it when something was not possible after all. */
  private static String said(String template) {
    return ("templates/%s: No rule names the template (%s). Maybe write it into a row, or delete"
            + " its files unless the service says it by itself.")
        .formatted(template, template);
  }
}
