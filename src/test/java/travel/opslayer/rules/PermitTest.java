package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.rules.Permitted.ANSWERING;
import static travel.opslayer.rules.Permitted.ASKING;
import static travel.opslayer.rules.Permitted.CLOCK;
import static travel.opslayer.rules.Permitted.CLOSED;
import static travel.opslayer.rules.Permitted.CUSTOMERS;
import static travel.opslayer.rules.Permitted.CUSTOMERS_OF_AN_OPEN_LEAD;
import static travel.opslayer.rules.Permitted.DEPARTURES;
import static travel.opslayer.rules.Permitted.FIELD;
import static travel.opslayer.rules.Permitted.OF_THEIR_OWN;
import static travel.opslayer.rules.Permitted.OPEN;
import static travel.opslayer.rules.Permitted.STAFF;
import static travel.opslayer.rules.Permitted.TALK;

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

  /** Why the crew may not, where a row says so. */
  private static final Map<String, String> FIELD_HEARS =
      Map.of(
          "check_out", "duty/no_trip",
          "ask_broadcast", "broadcast/who",
          "ask_audience", "broadcast/who");

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
            "ask_goodwill",
            "delegate",
            "end_delegation",
            "show_figures",
            "show_rota",
            "extend_hold",
            "show_status",
            "ask_broadcast",
            "ask_incident"));
    all.addAll(STAFF);
    all.addAll(CLOCK);
    all.addAll(OF_THEIR_OWN);
    all.addAll(ASKING);
    all.addAll(DEPARTURES);
    all.addAll(FIELD);
    all.addAll(List.of("send_quote", "file_photos", "tell_rejected", "clear_photo"));

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
      allowed.removeAll(Set.of("expire_approval", "ask_deputies")); // there is none here
      allowed.add("tell_rejected");
      return allowed;
    }
    allowed.addAll(TALK);
    allowed.add("tell_rejected");
    if (role.equals("field")) {
      allowed.addAll(List.of("file_media", "file_photos"));
      allowed.addAll(FIELD);
    }
    if (role.equals("customer")) {
      allowed.addAll(CUSTOMERS);
      allowed.addAll(List.of("extend_hold", "show_status"));
    }
    if (role.equals("customer") && OPEN.contains(state) && own) {
      allowed.addAll(CUSTOMERS_OF_AN_OPEN_LEAD);
    }
    colleagues(allowed, role);
    if (ANSWERING.contains(role) && OPEN.contains(state)) {
      allowed.add("answer_lead");
    }
    if (Set.of("sales", "manager").contains(role) && OPEN.contains(state)) {
      allowed.add("send_quote");
    }
    return allowed;
  }

  private static void colleagues(Set<String> allowed, String role) {
    if (ANSWERING.contains(role)) {
      allowed.addAll(
          List.of("take_task", "show_status", "ask_goodwill", "clear_photo", "extend_hold"));
      allowed.addAll(ASKING);
    }
    if (Set.of("operations", "manager").contains(role)) {
      allowed.addAll(List.of("ask_departure", "ask_broadcast", "ask_incident"));
    }
    if (ANSWERING.contains(role) || role.equals("field")) {
      allowed.addAll(STAFF);
      allowed.add("show_rota");
    }
    if (role.equals("manager")) {
      allowed.addAll(List.of("delegate", "end_delegation", "show_figures"));
    }
  }

  private static String reason(String action, String role, String state) {
    var missing =
        Map.ofEntries(
            Map.entry("leave_waitlist", "refused/not_on_list"),
            Map.entry("send_quote", "refused/quote_for_whom"),
            Map.entry("accept_quote", "refused/nothing_to_confirm"),
            Map.entry("show_change", "refused/no_booking"),
            Map.entry("show_move", "refused/no_booking"),
            Map.entry("guest_answer", "trip/gone_on"),
            Map.entry("approve", "approval/which"),
            Map.entry("reject", "approval/which"),
            Map.entry("take_over", "handover/which"),
            Map.entry("hand_back", "handover/which"));
    if (role.equals("sales") && DEPARTURES.contains(action)) {
      return "inventory/close_who";
    }
    if (action.equals("show_candidates") && Set.of("sales", "field").contains(role)) {
      return "assign/by_operations";
    }
    if (Set.of("show_candidates", "offer_job").contains(action)
        && Set.of("operations", "manager").contains(role)) {
      return "assign/which_trip";
    }
    if (role.equals("field") && FIELD_HEARS.containsKey(action)) {
      return FIELD_HEARS.getOrDefault(action, "");
    }
    if (action.equals("make_evidence") && !Set.of("customer", "timer").contains(role)) {
      return Set.of("sales", "field").contains(role) ? "evidence/not_yours" : "evidence/which";
    }
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
