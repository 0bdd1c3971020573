package travel.opslayer.capability.trip;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;

/** Looks whether somebody waits for whoever writes. */
@Singleton
final class GuestFacts implements FactSource {

  /** Later they write about something else. */
  static final Duration FRESH = Duration.ofHours(2);

  private final GuestRepository guests;

  GuestFacts(GuestRepository guests) {
    this.guests = guests;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(GuestFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var customers =
        asked.stream()
            .filter(it -> it.turn().timer().isEmpty())
            .filter(it -> !it.turn().contact().person().isStaff())
            .toList();
    var people = customers.stream().map(it -> it.turn().contact().person().id()).toList();
    var called =
        guests.called(sql, desk.tenant().id(), people, desk.now().minus(FRESH)).stream()
            .collect(toMap(GuestParty::person, Function.identity(), (first, last) -> last));
    for (var it : customers) {
      var party = called.get(it.turn().contact().person().id());
      if (party != null) {
        sheets.add(it, new GuestFact(party.trip(), party.booking()));
      }
    }
  }
}
