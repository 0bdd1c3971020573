package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.TermSource;

/** The words of bookings. */
@Singleton
final class BookingTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("hold_ends");
  }

  /**
   * What moves; then how long seats are held, when the rest is due, and what a change comes to:
   * parts of the price in per cent, and whether moving keeps the price.
   */
  @Override
  public List<String> names() {
    return List.of(
        "booking",
        "hold_for",
        "grace",
        "extend_for",
        "extend_in_all",
        "balance_before",
        "change",
        "change_for",
        "refund_share",
        "granted_share",
        "move_fee",
        "move_price",
        "exception_role");
  }

  @Override
  public List<String> states() {
    return Stream.concat(
            Arrays.stream(BookingFact.State.values()), Arrays.stream(ChangeFact.State.values()))
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
