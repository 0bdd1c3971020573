package travel.opslayer.capability.insight;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Sees who asks why, and of what. */
@Singleton
final class InsightFacts implements FactSource {

  private static final String WHY = "why";

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(InsightFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var why = it.understanding().wishes().contains(WHY);
      if (it.quotesUs() && it.turn().quoted().isPresent()) {
        sheets.add(it, new InsightFact(why, false, false));
      } else if (why && it.turn().quoted().isEmpty()) {
        sheets.add(it, new InsightFact(false, it.subject() != null, it.subject() == null));
      }
    }
  }
}
