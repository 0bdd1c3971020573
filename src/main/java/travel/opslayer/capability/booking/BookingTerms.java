package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.TermSource;

/** The words of bookings. */
@Singleton
final class BookingTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("hold_ends");
  }

  /** What moves; then how long seats are held, and when the rest is due. */
  @Override
  public List<String> names() {
    return List.of("booking", "hold_for", "grace", "balance_before");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(BookingFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
