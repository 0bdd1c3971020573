package travel.opslayer.capability.inventory;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.TermSource;

/** The words of seats and departures from the phone. */
@Singleton
final class InventoryTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of(
        "ask_next",
        "closing_ends",
        "staff_hold_ends",
        "hold_released",
        "hold_restored",
        "departure_closed",
        "departure_reopened",
        "offer_taken",
        "offer_given");
  }

  /** Who has asked. */
  @Override
  public List<String> audiences() {
    return List.of("asker");
  }

  /** What moves; how long something can be undone; and by which action. */
  @Override
  public Names names() {
    return Names.of("departure", "offer").lengths("undo_for").with(Form.ACTION, "compensation");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(InventoryFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
