package travel.opslayer.capability.status;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** Counts bookings, and sees a code that stands alone. */
@Singleton
final class StatusFacts implements FactSource {

  private final Bookings bookings;

  StatusFacts(Bookings bookings) {
    this.bookings = bookings;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(StatusFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var writers = asked.stream().filter(it -> it.turn().timer().isEmpty()).toList();
    var people = writers.stream().map(it -> it.turn().contact().person().id()).distinct().toList();
    var open =
        bookings.openOf(sql, desk.tenant().id(), people).stream()
            .collect(Collectors.groupingBy(Booking::person, Collectors.counting()));
    for (var it : writers) {
      var person = it.turn().contact().person().id();
      sheets.add(it, new StatusFact(isCodeAlone(it), open.getOrDefault(person, 0L)));
    }
  }

  private static boolean isCodeAlone(Asked asked) {
    var said = asked.understanding();
    return said.codes().size() == 1
        && said.codes().getFirst().startsWith("BK-")
        && said.words() <= 1
        && said.wishes().isEmpty();
  }
}
