package travel.opslayer.travelcore.selling;

import java.time.Instant;
import java.util.UUID;

/**
 * A line in the ledger of a booking.
 *
 * @param kind charge, payment, refund, fee, adjust
 * @param amountMinor more than nothing, except that an adjustment may be less
 * @param reference what it was for, such as a payment at a gateway; used once
 */
public record Entry(
    UUID id,
    UUID booking,
    String kind,
    long amountMinor,
    String currency,
    String reference,
    Instant at) {

  public static final String CHARGE = "charge";
  public static final String PAYMENT = "payment";
  public static final String REFUND = "refund";
  public static final String FEE = "fee";
  public static final String ADJUST = "adjust";
}
