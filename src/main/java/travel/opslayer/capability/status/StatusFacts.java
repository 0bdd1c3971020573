package travel.opslayer.capability.status;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Sees a code that stands alone. */
@Singleton
final class StatusFacts implements FactSource {

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(StatusFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    asked.stream()
        .filter(it -> it.turn().timer().isEmpty())
        .forEach(it -> sheets.add(it, new StatusFact(isCodeAlone(it))));
  }

  private static boolean isCodeAlone(Asked asked) {
    var said = asked.understanding();
    return said.codes().size() == 1
        && said.codes().getFirst().startsWith("BK-")
        && said.words() <= 1
        && said.wishes().isEmpty();
  }
}
