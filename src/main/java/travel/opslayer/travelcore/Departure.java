package travel.opslayer.travelcore;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product on its days.
 *
 * @param code such as EBC-0315
 * @param product code of the product
 * @param startsOn local day where the trip is
 * @param endsOn local day, included
 * @param state open, guaranteed, closing (an offer still runs), closed, cancelled, departed,
 *     completed
 * @param held seats that are reserved and not yet sold
 * @param priceMinor for one person, in minor units of {@code currency}; null when not on sale
 * @param version goes up with every change of seats or state
 */
public record Departure(
    String code,
    String product,
    LocalDate startsOn,
    LocalDate endsOn,
    String state,
    int capacity,
    int held,
    int booked,
    int waiting,
    @Nullable Long priceMinor,
    @Nullable String currency,
    int version) {

  public int free() {
    return capacity - held - booked;
  }

  /** Free seats that nobody waits for: the others are theirs. */
  public int open() {
    return waiting > 0 ? 0 : free();
  }

  public boolean sells() {
    return state.equals("open") || state.equals("guaranteed");
  }
}
