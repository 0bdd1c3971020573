package travel.opslayer.travelcore.selling;

/**
 * What the ledger of a booking comes to.
 *
 * @param chargedMinor charges, fees and adjustments
 */
public record Balance(String currency, long chargedMinor, long paidMinor, long refundedMinor) {

  /** What they have yet to pay; less than nothing is what we owe them. */
  public long owedMinor() {
    return Math.subtractExact(chargedMinor, keptMinor());
  }

  /** What a booking costs with its fees. Its price is charged when it is confirmed. */
  public long priceMinor(Booking booking) {
    return Booking.UNCHARGED.contains(booking.state())
        ? Math.addExact(booking.totalMinor(), chargedMinor)
        : chargedMinor;
  }

  /** What was paid and not given back. */
  public long keptMinor() {
    return Math.subtractExact(paidMinor, refundedMinor);
  }
}
