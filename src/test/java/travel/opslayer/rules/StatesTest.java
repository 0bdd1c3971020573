package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import travel.opslayer.Shipped;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.decision.Decision;

/**
 * Random histories on each table of states: no event leads to a state that no row declares, and
 * what is undeclared is refused with the state named.
 */
class StatesTest {

  private static final int HISTORIES = 200;
  private static final int EVENTS = 12;

  /** The tables, and what else their rows may ask. */
  enum Machine {
    BOOKING("booking", "booking_state", "on_hold", Map.of("change_part", List.of(true, false))),
    QUOTE(
        "quote",
        "quote_state",
        "draft",
        Map.of("sender_role", List.of("sales", "manager"), "offer_discount", List.of(0L, 9L, 20L))),
    PAYMENT(
        "payment",
        "payment_state",
        "link_sent",
        Map.of("payment_news", List.of("paid", "processing", "failed", "expired"))),
    REFUND("refund", "refund_state", "asked", Map.of()),
    CHANGE("change", "change_state", "open", Map.of()),
    APPROVAL("approval", "approval_state", "pending", Map.of("approval_needed", List.of(1L, 2L))),
    HANDOVER("handover", "handover_state", "none", Map.of()),
    BROADCAST("broadcast", "broadcast_state", "draft", Map.of()),
    INCIDENT("incident", "incident_state", "reported", Map.of()),
    PHONE("phone", "safety_phone", "usable", Map.of()),
    WAITLIST(Moves.MEANT, "waitlist_state", "waiting", Map.of());

    final String kind;
    final String field;
    final String first;
    final Map<String, List<?>> guards;

    Machine(String kind, String field, String first, Map<String, List<?>> guards) {
      this.kind = kind;
      this.field = field;
      this.first = first;
      this.guards = guards;
    }

    List<Map<String, String>> rows() {
      var table = kind.equals(Moves.MEANT) ? "waitlist" : kind;
      var all = new ArrayList<>(Shipped.rows("30-transition/" + table + ".csv"));
      if (this == APPROVAL) { // requests of the field are answered by a table of their own
        all.addAll(Shipped.rows("30-transition/approval-duty.csv"));
        all.addAll(Shipped.rows("30-transition/approval-late.csv"));
      }
      if (this == INCIDENT) {
        all.addAll(Shipped.rows("30-transition/late-incident.csv"));
      }
      if (this == BOOKING) { // colleagues hold seats by a table of their own
        Shipped.rows("30-transition/staff-hold.csv").stream()
            .filter(it -> words(it.get("From")).isEmpty())
            .forEach(all::add);
      }
      return all;
    }

    Set<String> states() {
      var all = new LinkedHashSet<String>(List.of(first));
      rows().forEach(it -> all.add(it.get("To")));
      rows().forEach(it -> all.addAll(words(it.get("From"))));
      return all;
    }
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void no_history_reaches_an_undeclared_state(Machine machine) {
    var random = new Random(machine.ordinal());
    for (var history = 0; history < HISTORIES; history++) {
      var state = machine.first;
      for (var event = 0; event < EVENTS; event++) {
        state = after(machine, state, one(Rules.actions(), random), guards(machine, random));
        assertThat(machine.states()).contains(state);
      }
    }
  }

  private static String after(
      Machine machine, String state, String event, Map<String, Object> guards) {
    var declared = declared(machine, state, event, guards);
    var call = call(decide(machine, state, event, guards));
    var to = Moves.to(call, machine.kind);
    assertThat(declared.isEmpty() ? to.isEmpty() : declared.contains(to.orElse("nothing")))
        .as("%s, %s, %s: %s of %s", state, event, guards, to, declared)
        .isTrue();
    var about = ActionResult.about("X-1").with("state", state);
    for (var wanted : machine.states()) {
      var result = Moves.move(call, machine.kind, wanted, about, () -> Optional.of(about));
      if (!declared.contains(wanted)) {
        assertThat(result.refused()).isEqualTo("refused/not_in_state");
        assertThat(result.values()).containsEntry("state", state);
      }
    }
    return to.orElse(state);
  }

  /** Read from the rows themselves; which of several guards counts, the rules say. */
  private static Set<String> declared(
      Machine machine, String state, String event, Map<String, Object> guards) {
    var all = new LinkedHashSet<String>();
    for (var row : machine.rows()) {
      var from = words(row.get("From"));
      var fits = from.isEmpty() || from.contains(state);
      if (fits && words(row.get("Event")).contains(event) && holds(row, guards)) {
        all.add(row.get("To"));
      }
    }
    return all;
  }

  private static boolean holds(Map<String, String> row, Map<String, Object> guards) {
    return fits(row.get("Part"), yes(guards.get("change_part")))
        && fits(row.get("News"), guards.get("payment_news"))
        && fits(row.get("Role"), guards.get("sender_role"))
        && fits(row.get("Quote state"), null)
        && fits(row.get("Exact"), null)
        && fits(row.get("Trouble"), null)
        && within(row.get("Discount"), guards.get("offer_discount"))
        && within(row.get("Still needed"), guards.get("approval_needed"));
  }

  private static String yes(Object value) {
    return Boolean.TRUE.equals(value) ? "yes" : "no";
  }

  private static boolean fits(String cell, Object value) {
    return cell == null || cell.isEmpty() || words(cell).contains(String.valueOf(value));
  }

  /** {@code <= 5} or {@code > P-DISCOUNT-SALES}. */
  private static boolean within(String cell, Object value) {
    if (cell == null || cell.isEmpty()) {
      return true;
    }
    var typed = cell.replaceFirst("^[<>=]+\\s*", "");
    var limit = Long.parseLong(Shipped.release().parameters().text(typed).orElse(typed));
    return cell.startsWith("<=") ? (Long) value <= limit : (Long) value > limit;
  }

  private static Map<String, Object> guards(Machine machine, Random random) {
    var all = new HashMap<String, Object>();
    machine.guards.forEach((field, values) -> all.put(field, one(values, random)));
    return all;
  }

  private static Decision decide(
      Machine machine, String state, String event, Map<String, Object> guards) {
    var facts = new ArrayList<Object>(List.of(machine.field, state));
    guards.forEach((field, value) -> facts.addAll(List.of(field, value)));
    return Rules.decide(event, facts.toArray());
  }

  /** An action sees the decision; nothing else is asked here. */
  private static ActionCall call(Decision decision) {
    return new ActionCall(null, null, decision, null, ignored -> decision);
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<String> words(String cell) {
    return cell == null || cell.isEmpty() ? List.of() : List.of(cell.split(",\\s*"));
  }
}
