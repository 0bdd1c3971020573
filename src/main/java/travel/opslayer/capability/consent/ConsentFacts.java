package travel.opslayer.capability.consent;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Looks at what people have taken back. */
@Singleton
final class ConsentFacts implements FactSource {

  private final Consents consents;

  ConsentFacts(Consents consents) {
    this.consents = consents;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(ConsentFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var people = asked.stream().map(it -> it.turn().contact().person().id()).toList();
    var refusals = consents.of(sql, desk.tenant().id(), people);
    for (var it : asked) {
      var theirs = refusals.getOrDefault(it.turn().contact().person().id(), Refusals.NONE);
      sheets.add(it, new ConsentFact(theirs.marketing(), theirs.all()));
    }
  }
}
