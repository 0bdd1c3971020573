package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision.Outcome;

/** The tables of what is said to many: what fits, and what only just does not. */
class BroadcastRulesTest {

  @ParameterizedTest
  @CsvSource({
    "broadcast, true, guests, ask_broadcast",
    "broadcast, true, , ask_audience",
    "stop_broadcast, true, , stop_broadcast",
    "stop_broadcast, false, , opt_out",
    "resume_broadcast, true, , resume_broadcast"
  })
  void what_is_commanded(String command, boolean staff, String audience, String wish) {
    var facts = new ArrayList<Object>(List.of("message_kind", "text", "sender_staff", staff));
    facts.addAll(List.of("broadcast_command", command));
    if (audience != null) {
      facts.addAll(List.of("broadcast_audience", audience));
    }
    assertThat(meant(facts.toArray())).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"true, send_broadcast", "false, ask_broadcast"})
  void what_is_not_as_it_was_shown_is_asked_again(boolean current, String wish) {
    assertThat(wish("tap_action", "send_broadcast", "draft", current)).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"true, skip_recipient", "false, tell_recipient"})
  void who_refuses_everything_is_left_out(boolean refuses, String wish) {
    assertThat(meant("timer_name", "broadcast_turn", "broadcast_refuses", refuses)).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "operations, crew, 5, 600, ",
    "sales, guests, 5, 600, ",
    "sales, crew, 5, 600, broadcast/who",
    "field, guests, 5, 600, broadcast/who",
    "customer, guests, 5, 600, refused/nobody_permits",
    "operations, guests, 1, 1, ",
    "operations, guests, 0, 1, broadcast/nobody",
    "operations, guests, 5, 0, broadcast/no_words",
    "operations, guests, 5, 601, broadcast/too_long"
  })
  void who_may_write_to_whom(String role, String audience, long people, long length, String not) {
    var decision =
        Rules.decide(
            "ask_broadcast",
            "sender_role",
            role,
            "broadcast_audience",
            audience,
            "broadcast_people",
            people,
            "broadcast_length",
            length);
    assertThat(decision.outcome()).isEqualTo(outcome("ask_broadcast", not));
  }

  @ParameterizedTest
  @CsvSource({
    "draft, true, true, ",
    "draft, true, false, refused/nobody_permits",
    "draft, false, true, broadcast/not_yours",
    "sending, true, true, broadcast/sent_already",
    "dropped, true, true, broadcast/dropped_already"
  })
  void who_wrote_it_sends_it_as_it_was_shown(
      String state, boolean own, boolean current, String not) {
    var decision =
        Rules.decide(
            "send_broadcast",
            "sender_role",
            "operations",
            "broadcast_state",
            state,
            "broadcast_own",
            own,
            "broadcast_current",
            current);
    assertThat(decision.outcome()).isEqualTo(outcome("send_broadcast", not));
  }

  @ParameterizedTest
  @CsvSource({
    "operations, sending, false, ",
    "sales, sending, true, ",
    "sales, sending, false, broadcast/not_yours",
    "manager, done, true, broadcast/not_running"
  })
  void who_sees_that_it_is_wrong_stops_it(String role, String state, boolean own, String not) {
    var decision =
        Rules.decide(
            "stop_broadcast",
            "sender_role",
            role,
            "broadcast_state",
            state,
            "broadcast_own",
            own,
            "broadcast_running",
            1L);
    assertThat(decision.outcome()).isEqualTo(outcome("stop_broadcast", not));
  }

  @ParameterizedTest
  @CsvSource({
    "sending, waiting, true",
    "sending, queued, false",
    "stopped, waiting, false",
    "done, waiting, false"
  })
  void a_turn_is_taken_once_and_while_it_is_sent(String state, String turn, boolean may) {
    var decision =
        Rules.decide(
            "tell_recipient",
            "sender_role",
            "timer",
            "broadcast_state",
            state,
            "broadcast_turn",
            turn,
            "broadcast_audience",
            "guests");
    assertThat(decision.outcome() instanceof Outcome.Permitted).isEqualTo(may);
    assertThat(decision.notices()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "draft, send_broadcast, sending",
    "draft, drop_broadcast, dropped",
    "sending, stop_broadcast, stopped",
    "stopped, resume_broadcast, sending",
    "sending, finish_broadcast, done",
    "stopped, finish_broadcast, ",
    "done, resume_broadcast, ",
    "dropped, send_broadcast, "
  })
  void states(String from, String event, String to) {
    assertThat(Rules.decide(event, "broadcast_state", from).movesTo("broadcast").orElse(null))
        .isEqualTo(to);
  }

  @Test
  void an_answer_is_passed_on_unless_it_asks_for_something_that_we_know() {
    assertThat(reply(true, false)).isEqualTo("pass_reply");
    assertThat(reply(false, false)).isNotEqualTo("pass_reply");
    assertThat(reply(true, true)).isNotEqualTo("pass_reply");
  }

  private static String reply(boolean silent, boolean courtesy) {
    return meant(
        "message_kind",
        "text",
        "sender_staff",
        false,
        "broadcast_reply",
        true,
        "words_silent",
        silent,
        "words_only_courtesy",
        courtesy);
  }

  private static String wish(String field, String tapped, String state, boolean current) {
    return meant(field, tapped, "broadcast_state", state, "broadcast_current", current);
  }

  private static Outcome outcome(String action, String not) {
    return not == null ? new Outcome.Permitted(action) : new Outcome.Refused(action, not);
  }

  /** What the rules together understand. */
  private static String meant(Object... facts) {
    return Shipped.release().decide(Rules.situation(facts)).wish();
  }
}
