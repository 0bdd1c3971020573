package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;
import travel.opslayer.reply.TemplateShelf;

/**
 * Every action, for every role, with an object in every state: permitted, or refused with a text.
 */
class EveryCellTest {

  private static final List<String> ROLES =
      List.of("customer", "sales", "operations", "field", "manager");

  /** Whoever only thanks or agrees waits for no answer. */
  private static final Set<String> SILENT = Set.of("thank", "ignore");

  private final List<String> texts = Shipped.bean(TemplateShelf.class).names();

  @TestFactory
  Stream<DynamicTest> every_cell_is_permitted_or_refused_with_a_text() {
    return Rules.actions().stream()
        .map(action -> DynamicTest.dynamicTest(action, () -> every(action)));
  }

  private void every(String action) {
    var silent = new ArrayList<String>();
    for (var role : ROLES) {
      for (var state : states()) {
        var decision = decide(action, role, state);
        var cell = "%s as %s with %s".formatted(action, role, state);
        switch (decision.outcome()) {
          case Outcome.Refused(var _, var reason) -> {
            assertThat(texts).as(cell).contains(reason);
            assertThat(reason).as(cell).isNotEqualTo(Decision.RULES_DISAGREE);
          }
          case Outcome.Permitted _ -> {
            assertThat(texts).as(cell).containsAll(decision.replies());
            if (decision.replies().isEmpty() && decision.notices().isEmpty()) {
              silent.add(cell);
            }
          }
        }
      }
    }
    assertThat(SILENT.contains(action) ? List.of() : silent).isEmpty();
  }

  /** A state of one kind of object; nothing is known of the others. */
  private static List<Map<String, Object>> states() {
    var all = new ArrayList<Map<String, Object>>();
    all.add(Map.of());
    for (var field : Shipped.release().vocabulary().fields()) {
      if (field.name().endsWith("_state")) {
        field.words().forEach(it -> all.add(with(field, it)));
      }
    }
    return all;
  }

  private static Map<String, Object> with(Field field, String state) {
    var values = new HashMap<String, Object>();
    values.put(field.name(), state);
    return values;
  }

  private static Decision decide(String action, String role, Map<String, Object> state) {
    var values = new HashMap<String, Object>(state);
    values.put("sender_role", role);
    values.put("sender_staff", !role.equals("customer"));
    values.put("message_kind", "text");
    values.put("wish_action", action);
    return Shipped.release().decide(new Situation(values));
  }
}
