package travel.opslayer.capability.watch;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of trips that nobody hears from. */
@Singleton
final class WatchTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("trip_silent", "contact_missing", "contact_wait", "contact_heard");
  }

  /** What moves; after how many minutes of silence somebody is told, and again. */
  @Override
  public Names names() {
    return Names.of("watch").lengths("contact_again").counts("contact_within");
  }

  @Override
  public List<String> states() {
    return Stream.of(WatchFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
