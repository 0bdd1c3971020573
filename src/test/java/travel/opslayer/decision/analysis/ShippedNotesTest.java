package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Problem;

/** What is said of the rules that ship; a model should leave few questions open. */
class ShippedNotesTest {

  @Test
  void what_is_left_open_is_meant() {
    assertThat(Shipped.release().notes())
        .extracting(Problem::toString)
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
                + " row otherwise.",
            said("amend/release_over"),
            said("approval/changed"),
            said("approval/delegate_when"),
            said("approval/delegate_who"),
            said("approval/not_yours"),
            said("approval/over"),
            said("approval/voted"),
            said("booking/extend_which"),
            said("booking/extend_which_staff"),
            said("booking/held_already"),
            said("help/several"),
            said("incident/no_such_car"),
            said("incident/none_open"),
            said("incident/plan_over"),
            said("insight/not_kept"),
            said("inventory/no_price"),
            said("inventory/paid_in"),
            said("inventory/undo_gone"),
            said("media/gone"),
            said("media/not_here"),
            said("media/nothing_published"),
            said("media/which_photo"),
            said("payment/goodwill_too_much"),
            said("payment/goodwill_what"),
            said("quote/later"),
            said("quote/sold"),
            said("quote/what"),
            said("refused/not_in_state"),
            said("topic/no_such_task"),
            said("trip/called_already"),
            said("trip/no_claim"),
            said("trip/nobody_left"),
            said("waitlist/nobody"));
  }

  /** Actions say it when something was not possible after all. */
  private static String said(String template) {
    return ("templates/%s: No rule names the template (%s). Maybe write it into a row, or delete"
            + " its files unless the service says it by itself.")
        .formatted(template, template);
  }
}
