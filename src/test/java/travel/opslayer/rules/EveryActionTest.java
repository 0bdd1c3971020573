package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.action.ActionHandler;

/** Asks the same of every action. */
class EveryActionTest {

  private static final List<String> PERMITS = files("20-authorise", "permit.csv");
  private static final List<String> WISHES = files("10-classify", "wish.csv");

  private static List<String> files(String folder, String ending) {
    try (var files = Files.list(Shipped.RULES.resolve(folder))) {
      return files
          .map(it -> folder + '/' + it.getFileName())
          .filter(it -> it.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
    assertThat(columns(PERMITS, "Action")).containsAll(names());
  }

  @Test
  void somebody_can_wish_it() {
    assertThat(columns(WISHES, "Wish")).containsAll(names());
  }

  @Test
  void what_can_be_wished_can_be_done() {
    assertThat(names()).containsAll(columns(WISHES, "Wish"));
  }

  private static List<String> columns(List<String> files, String title) {
    return files.stream().flatMap(it -> column(it, title).stream()).toList();
  }

  private static List<String> column(String file, String title) {
    return Shipped.rows(file).stream()
        .map(it -> it.get(title))
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
