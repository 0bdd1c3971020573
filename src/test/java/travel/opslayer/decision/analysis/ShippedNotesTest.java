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
            "30-transition/lead.csv:A2: No row leads to the states (new, quoted, won, lost,"
                + " reopened, merged). Maybe nothing is missing, if the service or a person sets"
                + " them; add a row otherwise.",
            "30-transition/waitlist.csv:A2: No row leads to the states (waiting, offered,"
                + " converted, declined, lapsed, expired). Maybe nothing is missing, if the service"
                + " or a person sets them; add a row otherwise.");
  }
}
