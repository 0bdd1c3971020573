package travel.opslayer.capability.trip;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of field days. */
@Singleton
final class TripTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("trip_near", "check_in_late", "check_in_very_late", "guests_wait");
  }

  /** Who works on the trip, and the guest whom it is about. */
  @Override
  public List<String> audiences() {
    return List.of("guide", "driver", "guest");
  }

  /** What moves; how long after the start guests are waited for, and how much longer. */
  @Override
  public Names names() {
    return Names.of("trip", "crew").lengths("wait_for", "wait_more");
  }

  @Override
  public List<String> states() {
    return Stream.<Enum<?>>concat(
            Stream.of(DutyFact.TripState.values()), Stream.of(DutyFact.State.values()))
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
