package travel.opslayer;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.message.Content;

/** Sits in the middle of every turn and does there what a test wants. */
@Singleton
@Requires(property = "opslayer.saboteur", value = "true")
final class Saboteur implements FactSource {

  private volatile Consumer<String> deed = it -> {};

  /**
   * @param what is given each text of the turns that are being taken
   */
  void does(Consumer<String> what) {
    deed = what;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of();
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    asked.stream()
        .flatMap(it -> it.turn().messages().stream())
        .forEach(
            it -> {
              if (it.content() instanceof Content.Text(var text)) {
                deed.accept(text);
              }
            });
  }
}
