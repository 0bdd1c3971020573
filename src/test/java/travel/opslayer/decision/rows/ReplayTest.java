package travel.opslayer.decision.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.drools.Office;

class ReplayTest {

  private static final Release THEN = Office.release(Office.files());
  private static final Release OTHER =
      Office.release(
          Office.filesWith(
              Office.file(
                  "20-authorise/permit.csv",
                  "Action,Role,Lead state,Own lead,When told\nask_price,guide,,,\n")));

  private final Replay replay =
      new Replay(OTHER, it -> it.equals("then") ? Optional.of(THEN) : Optional.empty(), 2);

  private static Replay.Taken taken(int id, String release, Map<String, Object> facts) {
    return new Replay.Taken(new UUID(0, id), release, facts);
  }

  private static Map<String, Object> asks(String role) {
    // the wish that was found then is kept, and is found anew
    return Map.of(
        "words_wish",
        "ask_price",
        "sender_staff",
        false,
        "sender_role",
        role,
        "product_code",
        "EBC",
        "wish_action",
        "old");
  }

  @Test
  void what_would_be_different_is_told_with_both_decisions() {
    replay.add(taken(1, "then", asks("customer")));
    replay.add(taken(2, "then", asks("sales")));

    assertThat(replay.decisions()).isEqualTo(2);
    assertThat(replay.changed())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.id()).isEqualTo(new UUID(0, 1));
              assertThat(it.before().outcome()).isEqualTo(new Outcome.Permitted("ask_price"));
              assertThat(it.after().outcome()).isInstanceOf(Outcome.Refused.class);
            });
  }

  @Test
  void decisions_of_rules_that_cannot_be_asked_any_more_are_counted() {
    replay.add(taken(1, "gone", asks("customer")));

    assertThat(replay.lost()).isOne();
    assertThat(replay.changed()).isEmpty();
  }

  @Test
  void more_than_anybody_reads_is_counted() {
    for (var i = 0; i < 5; i++) {
      replay.add(taken(i, "then", asks("guide")));
    }

    assertThat(replay.changed()).hasSize(2);
    assertThat(replay.others()).isEqualTo(3);
  }
}
