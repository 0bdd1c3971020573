package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;

/** The tables {@code permit} and {@code forbid}: all actions, all roles, all states of a lead. */
class PermitTest {

  private static final Set<String> TALK =
      Set.of(
          "help",
          "greet",
          "thank",
          "not_understood",
          "show_media",
          "ignore",
          "opt_out",
          "opt_out_all",
          "keep_service",
          "opt_in");

  private static final Set<String> CUSTOMERS =
      Set.of(
          "enquire",
          "ask_person",
          "ask_topic",
          "ask_which",
          "which_booking",
          "refuse_elsewhere",
          "file_media");

  private static final Set<String> CUSTOMERS_OF_AN_OPEN_LEAD =
      Set.of(
          "ask_quote",
          "other_dates",
          "join_waitlist",
          "think",
          "hold_seats",
          "ask_seats",
          "ask_confirm",
          "change_party");

  private static final Set<String> OPEN =
      Set.of("new", "assigned", "qualified", "quoted", "reopened");
  private static final Set<String> CLOSED = Set.of("won", "lost", "merged");
  private static final Set<String> ANSWERING = Set.of("sales", "operations", "manager");

  /** What comes from timers and from providers of payments. */
  private static final Set<String> CLOCK =
      Set.of(
          "delete_media",
          "expire_quote",
          "expire_booking",
          "expire_approval",
          "offer_seats",
          "lapse_offer",
          "take_deposit",
          "take_part",
          "take_twice",
          "take_late",
          "take_wrong",
          "note_payment",
          "note_outside",
          "send_kit",
          "ask_refund",
          "note_refund");

  /** What needs a quote, an offer, a refund or a request: their tables have tests of their own. */
  private static final Set<String> OF_THEIR_OWN =
      Set.of(
          "show_change",
          "show_move",
          "show_cancel",
          "explain_terms",
          "move_booking",
          "cancel_booking",
          "keep_booking",
          "ask_exception",
          "grant_move",
          "grant_refund",
          "reopen_approval",
          "wait_auto",
          "pay_rest",
          "remind_balance",
          "miss_balance",
          "agree_media",
          "refuse_media",
          "send_within",
          "edit_quote",
          "ask_approval",
          "send_approved",
          "keep_sent",
          "show_quote",
          "accept_quote",
          "decline_quote",
          "approve",
          "reject",
          "accept_offer",
          "decline_offer",
          "show_offer",
          "offer_credit",
          "keep_credit",
          "want_refund");

  static Stream<Arguments> situations() {
    var states = new ArrayList<>(words("lead_state"));
    states.add("none");
    return words("sender_role").stream()
        .flatMap(
            role ->
                states.stream()
                    .flatMap(
                        state ->
                            Stream.of(true, false).map(own -> Arguments.of(role, state, own))));
  }

  @ParameterizedTest(name = "{0}, lead {1}, own {2}")
  @MethodSource("situations")
  void exactly_this_is_permitted(String role, String state, boolean own) {
    for (var action : Rules.actions()) {
      var allowed = allowed(role, state, own);
      if (action.equals("send_quote")) {
        allowed.remove(action); // nobody knows for whom
      }
      var decision = decide(action, role, state, own);
      assertThat(decision.outcome())
          .as(action)
          .isEqualTo(
              allowed.contains(action)
                  ? new Outcome.Permitted(action)
                  : new Outcome.Refused(action, reason(action, role, state)));
      assertThat(Rules.actions().stream().filter(decision::may))
          .as("offered beside " + action)
          .containsExactlyElementsOf(allowed);
    }
  }

  @Test
  void the_list_above_forgets_no_action() {
    var all = new TreeSet<>(TALK);
    all.addAll(CUSTOMERS);
    all.addAll(CUSTOMERS_OF_AN_OPEN_LEAD);
    all.addAll(
        List.of(
            "answer_lead",
            "remind_owner",
            "remind_next",
            "leave_waitlist",
            "take_task",
            "extend_hold",
            "show_status"));
    all.addAll(CLOCK);
    all.addAll(OF_THEIR_OWN);
    all.add("send_quote");

    assertThat(Rules.actions()).containsExactlyElementsOf(all);
  }

  @Test
  void a_role_that_nobody_knows_may_do_nothing() {
    var decision = Rules.decide("enquire");

    assertThat(Rules.actions()).noneMatch(decision::may);
    assertThat(decision.outcome())
        .isEqualTo(new Outcome.Refused("enquire", Decision.NOBODY_PERMITS));
  }

  private static TreeSet<String> allowed(String role, String state, boolean own) {
    var allowed = new TreeSet<String>();
    if (role.equals("timer")) {
      allowed.addAll(List.of("remind_owner", "remind_next"));
      allowed.addAll(CLOCK);
      allowed.remove("expire_approval"); // there is none here
      return allowed;
    }
    allowed.addAll(TALK);
    if (role.equals("customer")) {
      allowed.addAll(CUSTOMERS);
      allowed.addAll(List.of("extend_hold", "show_status"));
    }
    if (role.equals("customer") && OPEN.contains(state) && own) {
      allowed.addAll(CUSTOMERS_OF_AN_OPEN_LEAD);
    }
    if (ANSWERING.contains(role)) {
      allowed.addAll(List.of("take_task", "extend_hold", "show_status"));
    }
    if (ANSWERING.contains(role) && OPEN.contains(state)) {
      allowed.add("answer_lead");
    }
    if (Set.of("sales", "manager").contains(role) && OPEN.contains(state)) {
      allowed.add("send_quote");
    }
    return allowed;
  }

  private static String reason(String action, String role, String state) {
    var missing =
        Map.of(
            "leave_waitlist", "refused/not_on_list",
            "send_quote", "refused/quote_for_whom",
            "accept_quote", "refused/nothing_to_confirm",
            "show_change", "refused/no_booking",
            "show_move", "refused/no_booking",
            "approve", "approval/which",
            "reject", "approval/which");
    if (missing.containsKey(action)) {
      return missing.get(action);
    }
    var quote = action.equals("ask_quote") && role.equals("customer");
    var answer = action.equals("answer_lead");
    return (quote || answer) && CLOSED.contains(state)
        ? "refused/lead_closed"
        : Decision.NOBODY_PERMITS;
  }

  private static Decision decide(String action, String role, String state, boolean own) {
    return state.equals("none")
        ? Rules.decide(action, "sender_role", role, "lead_own", own)
        : Rules.decide(action, "sender_role", role, "lead_state", state, "lead_own", own);
  }

  private static List<String> words(String field) {
    return Shipped.release().vocabulary().fields().stream()
        .filter(it -> it.name().equals(field))
        .findFirst()
        .orElseThrow()
        .words();
  }
}
