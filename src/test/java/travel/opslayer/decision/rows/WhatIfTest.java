package travel.opslayer.decision.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.situation;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.drools.Office;
import travel.opslayer.facts.Field;

class WhatIfTest {

  private final WhatIf whatIf =
      new WhatIf(Office.release(Office.files()), Office.written(Office.files()).rules());

  private static Field field(String name) {
    return Office.VOCABULARY.fields().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<WhatIf.Change> changes(String lever, Object... facts) {
    var decision = Office.release(Office.files()).decide(situation(facts));
    return whatIf.of(decision, List.of(field(lever)));
  }

  @Test
  void the_roles_that_may_are_found_and_those_that_may_not_are_not() {
    var changes =
        changes(
            "sender_role",
            "wish_action",
            "send_quote",
            "sender_role",
            "guide",
            "party_size",
            2L,
            "lead_state",
            "open");

    assertThat(changes)
        .filteredOn(it -> it.then().outcome() instanceof Outcome.Permitted)
        .extracting(WhatIf.Change::to)
        .containsExactly("sales", "manager");
    assertThat(changes).extracting(WhatIf.Change::from).containsOnly("guide");
  }

  @Test
  void a_number_is_tried_where_rules_draw_a_line() {
    var changes =
        changes(
            "party_size",
            "wish_action",
            "send_quote",
            "sender_role",
            "sales",
            "party_size",
            2L,
            "lead_state",
            "open");

    assertThat(changes).extracting(WhatIf.Change::to).contains(8L, 9L).doesNotContain(7L);
    assertThat(changes)
        .allMatch(
            it ->
                it.then().outcome() instanceof Outcome.Refused(_, var reason)
                    && (reason.equals("refused/approval") || reason.equals("refused/deposit")));
  }

  @Test
  void what_nobody_would_notice_is_left_out() {
    assertThat(
            changes(
                "office_open",
                "wish_action",
                "send_quote",
                "sender_role",
                "sales",
                "lead_state",
                "open"))
        .isEmpty();
  }

  @Test
  void a_refused_sender_hears_the_reason_whatever_the_rows_would_have_told_others() {
    assertThat(closing("guide")).isEmpty();
    assertThat(closing("customer")).extracting(WhatIf.Change::to).containsExactly(false);
  }

  /**
   * Asking for a price, which only customers may; the timer depends on whether the office is open.
   */
  private List<WhatIf.Change> closing(String role) {
    return changes(
        "office_open",
        "wish_action",
        "ask_price",
        "sender_role",
        role,
        "product_code",
        "EBC",
        "lead_answered",
        false,
        "lead_timer_running",
        false,
        "office_open",
        true);
  }
}
