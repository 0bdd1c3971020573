package travel.opslayer.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that somebody of the crew has spent on a trip.
 *
 * @param code such as EX-9
 * @param person who paid
 * @param kind such as fuel
 * @param amountMinor as they have claimed it last, in minor units; null while they have not said
 * @param currency ISO 4217
 * @param state noted, accepted, pending, approved, rejected
 * @param receipt the message that shows the bill; null while nobody has seen one
 * @param createdAt when they told of it first
 * @param version goes up with every change
 */
public record Expense(
    UUID id,
    String code,
    String trip,
    UUID person,
    String kind,
    @Nullable Long amountMinor,
    String currency,
    String state,
    @Nullable UUID receipt,
    Instant createdAt,
    int version) {

  public static final String NOTED = "noted";
  public static final String ACCEPTED = "accepted";
  public static final String PENDING = "pending";
  public static final String REJECTED = "rejected";
}
