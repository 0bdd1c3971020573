package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;

/** Sees that a colleague wants a quote to be booked: the customer has said yes to them. */
@Singleton
final class BookForFacts implements FactSource {

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(BookForFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    asked.stream()
        .filter(it -> it.turn().contact().person().isStaff() && isQuote(it))
        .forEach(it -> sheets.add(it, new BookForFact(saysBook(it))));
  }

  private static boolean isQuote(Asked asked) {
    return asked.subject() != null && asked.subject().startsWith("Q-");
  }

  private static boolean saysBook(Asked asked) {
    var said = asked.understanding();
    return said.notes().contains("book") || said.wishes().contains("accept");
  }
}
