package travel.opslayer.travelcore.seats;

import java.time.Instant;
import java.util.UUID;

/**
 * Seats that nobody else can have.
 *
 * @param departure code such as EBC-0315
 * @param party number of seats
 * @param state active, consumed (sold), released, expired
 * @param purpose booking, waitlist, operations
 * @param until when they are free again, while active
 */
public record Hold(
    UUID id, String departure, int party, String state, String purpose, Instant until) {

  public static final String ACTIVE = "active";
  public static final String CONSUMED = "consumed";
  public static final String RELEASED = "released";
  public static final String EXPIRED = "expired";

  public static final String FOR_BOOKING = "booking";
  public static final String FOR_WAITLIST = "waitlist";
  public static final String FOR_OPERATIONS = "operations";
}
