package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;

/** The tables of the waiting list: who may join and leave, and what becomes of their place. */
class WaitlistRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"waiting", "offered"})
  void whoever_waits_may_leave(String state) {
    var decision = leaves("customer", state, true);

    assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted("leave_waitlist"));
    assertThat(decision.movesTo()).contains("withdrawn");
    assertThat(decision.replies()).containsExactly("waitlist/left");
  }

  @ParameterizedTest
  @ValueSource(strings = {"converted", "declined", "lapsed", "withdrawn", "expired"})
  void a_place_that_is_at_its_end_cannot_be_left(String state) {
    var decision = leaves("customer", state, true);

    assertThat(decision.outcome())
        .isEqualTo(new Outcome.Refused("leave_waitlist", Decision.NOBODY_PERMITS));
    assertThat(decision.movesTo()).isEqualTo(Optional.empty());
  }

  @Test
  void nobody_leaves_for_somebody_else() {
    assertThat(leaves("customer", "waiting", false).outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(leaves("sales", "waiting", false).outcome()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void who_is_on_no_list_is_told_so() {
    var decision = Rules.decide("leave_waitlist", "sender_role", "customer");

    assertThat(decision.outcome())
        .isEqualTo(new Outcome.Refused("leave_waitlist", "refused/not_on_list"));
  }

  @Test
  void nobody_waits_for_what_has_seats_or_is_not_sold() {
    assertThat(joins("full").outcome()).isEqualTo(new Outcome.Permitted("join_waitlist"));
    assertThat(joins("open").outcome())
        .isEqualTo(new Outcome.Refused("join_waitlist", "refused/seats_free"));
    assertThat(joins("closed").outcome())
        .isEqualTo(new Outcome.Refused("join_waitlist", "refused/not_on_sale"));
  }

  private static Decision joins(String departure) {
    return Rules.decide(
        "join_waitlist",
        "sender_role",
        "customer",
        "lead_state",
        "assigned",
        "lead_own",
        true,
        "departure_state",
        departure);
  }

  private static Decision leaves(String role, String state, boolean own) {
    return Rules.decide(
        "leave_waitlist",
        "sender_role",
        role,
        "waitlist_code",
        "WL-9",
        "waitlist_state",
        state,
        "waitlist_own",
        own);
  }
}
