package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Database;

/** The table {@code assign}: who looks after a new lead. */
class AssignTest {

  @Test
  void every_language_has_one_owner() {
    for (var language : new String[] {"es", "en", "hi", "ne", "de"}) {
      var decision = Rules.decide("enquire", "sender_language", language);
      assertThat(decision.assigned("lead_owner")).as(language).contains("SARITA");
      assertThat(decision.hits().stream().filter(it -> it.source().startsWith("40-actions/assign")))
          .as("rows that fire for %s", language)
          .hasSize(1);
    }
  }

  @Test
  void the_row_of_a_language_comes_before_the_row_for_all() {
    assertThat(source("es")).isEqualTo("40-actions/assign.csv!2");
    assertThat(source("en")).isEqualTo("40-actions/assign.csv!3");
  }

  @Test
  void every_owner_is_a_colleague_of_the_demo() {
    var conversations = Shipped.bean(Conversations.class);
    for (var row : Shipped.rows("40-actions/assign.csv")) {
      var owner = String.valueOf(row.get("Owner"));
      var found = Shipped.bean(Database.class).read(1, sql -> conversations.byCode(sql, 1, owner));
      assertThat(found)
          .as(owner)
          .hasValueSatisfying(it -> assertThat(it.person().isStaff()).isTrue());
    }
  }

  private static String source(String language) {
    return Rules.decide("enquire", "sender_language", language).hits().stream()
        .map(it -> it.source())
        .filter(it -> it.startsWith("40-actions/assign"))
        .findFirst()
        .orElse("");
  }
}
