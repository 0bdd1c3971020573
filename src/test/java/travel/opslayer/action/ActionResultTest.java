package travel.opslayer.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import travel.opslayer.conversation.Talk;

class ActionResultTest {

  @Test
  void what_is_not_known_is_left_out() {
    var result =
        ActionResult.about("LD-1").with("party", null).with("free", 3).telling("owner", null);

    assertThat(result.values()).isEqualTo(Map.of("free", 3));
    assertThat(result.people()).isEmpty();
  }

  @Test
  void what_is_said_later_is_added_and_keeps_what_was_said() {
    var owner = Talk.id();
    var result =
        ActionResult.about("LD-1")
            .with("free", 3)
            .telling("owner", owner)
            .noting("created", "A new lead.")
            .offering(List.of("help"))
            .with("free", 4)
            .with("days", "soon");

    assertThat(result.subject()).isEqualTo("LD-1");
    assertThat(result.values()).isEqualTo(Map.of("free", 4, "days", "soon"));
    assertThat(result.people()).containsEntry("owner", owner);
    assertThat(result.timeline()).containsExactly(new ActionResult.Entry("created", "A new lead."));
    assertThat(result.offered()).containsExactly("help");
    assertThat(ActionResult.NOTHING.offered()).isNull();
  }

  @Test
  void its_values_are_not_for_logs() {
    var result = ActionResult.about("LD-1").with("name", "Ana").noting("note", "of Ana");

    assertThat(result).hasToString("result about LD-1");
    assertThat(result.timeline().getFirst()).hasToString("note");
  }
}
