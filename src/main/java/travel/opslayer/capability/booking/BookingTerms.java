package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.Names.Value.OneOf;
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
  public Names names() {
    return Names.of("booking", "change")
        .lengths("hold_for", "grace", "extend_for", "extend_in_all", "balance_before", "change_for")
        .shares("refund_share", "granted_share", "move_fee")
        .with(new OneOf(List.of("new", "keep")), "move_price")
        .with(Form.ROLE, "exception_role");
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
