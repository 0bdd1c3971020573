package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.action.ActionHandler;

/** Asks the same of every action. */
class EveryActionTest {

  private static List<String> names() {
    return Shipped.context().getBeansOfType(ActionHandler.class).stream()
        .map(ActionHandler::name)
        .toList();
  }

  @Test
  void its_name_is_unique_and_in_small_letters() {
    assertThat(names()).doesNotHaveDuplicates().allMatch(it -> it.matches("[a-z]+(_[a-z]+)*"));
    assertThat(names()).hasSizeGreaterThan(15);
  }

  @Test
  void somebody_may_do_it() {
    var permitted = new ArrayList<>(column("20-authorise/permit.csv", "Action"));
    permitted.addAll(column("20-authorise/waitlist-permit.csv", "Action"));
    assertThat(permitted).containsAll(names());
  }

  @Test
  void somebody_can_wish_it() {
    assertThat(column("10-classify/wish.csv", "Wish")).containsAll(names());
  }

  @Test
  void what_can_be_wished_can_be_done() {
    assertThat(names()).containsAll(column("10-classify/wish.csv", "Wish"));
  }

  private static List<String> column(String file, String title) {
    return Shipped.rows(file).stream()
        .map(it -> it.get(title))
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
