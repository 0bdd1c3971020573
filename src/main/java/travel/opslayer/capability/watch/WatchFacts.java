package travel.opslayer.capability.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.media.TripOfSender;
import travel.opslayer.trip.ContactWatch;
import travel.opslayer.trip.ContactWatchRepository;

/**
 * Looks at who has not been heard for long: only what names it, and who is on a trip, cost a look.
 */
@Singleton
final class WatchFacts implements FactSource {

  private static final String WATCH = "W-";

  private final ContactWatchRepository watches;
  private final TripOfSender trips;

  WatchFacts(ContactWatchRepository watches, TripOfSender trips) {
    this.watches = watches;
    this.trips = trips;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(WatchFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var named = named(it);
      if (named.isPresent()) {
        watches
            .byCode(sql, desk.tenant().id(), named.get())
            .ifPresent(watch -> sheets.add(it, fact(sql, desk, Optional.of(watch), watch.trip())));
      } else {
        trip(sql, it, desk)
            .ifPresent(
                trip ->
                    sheets.add(
                        it, fact(sql, desk, watches.last(sql, desk.tenant().id(), trip), trip)));
      }
    }
  }

  private Optional<String> trip(Sql sql, Asked asked, Desk desk) {
    if (asked.turn().timer().isPresent()) {
      return Optional.ofNullable(asked.subject()).filter(it -> it.startsWith("TRP"));
    }
    var person = asked.turn().contact().person();
    return person.role().equals("field")
        ? trips.trip(sql, desk.tenant().id(), person.id(), desk.now())
        : Optional.empty();
  }

  private WatchFact fact(Sql sql, Desk desk, Optional<ContactWatch> watch, String trip) {
    var heard = watches.heardAt(sql, desk.tenant().id(), trip);
    return new WatchFact(
        watch.map(ContactWatch::code).orElse(null),
        watch
            .map(it -> WatchFact.State.valueOf(it.state().toUpperCase(Locale.ROOT)))
            .orElse(WatchFact.State.NONE),
        heard.map(it -> Duration.between(it, desk.now()).toMinutes()).orElse(null));
  }

  private static Optional<String> named(Asked asked) {
    return Optional.ofNullable(asked.subject()).filter(it -> it.startsWith(WATCH));
  }
}
