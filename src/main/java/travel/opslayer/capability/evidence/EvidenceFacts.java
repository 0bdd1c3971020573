package travel.opslayer.capability.evidence;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.database.Sql;
import travel.opslayer.evidence.Evidence;
import travel.opslayer.evidence.Kind;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Sees what evidence is asked of. */
@Singleton
final class EvidenceFacts implements FactSource {

  private static final String WISH = "evidence";

  private final Evidence evidence;

  EvidenceFacts(Evidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(EvidenceFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var code = it.subject();
      if (code != null
          && it.understanding().wishes().contains(WISH)
          && evidence.isThere(sql, desk.tenant().id(), code)) {
        Kind.of(code).ifPresent(kind -> sheets.add(it, new EvidenceFact(kind)));
      }
    }
  }
}
