package travel.opslayer.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to end their work on a trip, or has.
 *
 * @param crew id of the {@link Duty}
 * @param askedAt when they wanted to first
 * @param dropped how many guests they brought to their hotels; null while they have not said
 * @param km as the odometer says; null while they have not said
 * @param kmPhoto the message that shows it
 * @param endedAt when they were done; null while they are not
 * @param trust {@link Happening#SEEN} or {@link Happening#CLAIMED}; null as well
 * @param overtime minutes that are paid beyond the plan; null as well
 * @param leftOpen what they did not tell, in words with commas; may be empty
 * @param version goes up with every change
 */
public record Checkout(
    UUID crew,
    String trip,
    Instant askedAt,
    @Nullable Integer dropped,
    @Nullable Integer km,
    @Nullable UUID kmPhoto,
    @Nullable Instant endedAt,
    @Nullable String trust,
    @Nullable Integer overtime,
    String leftOpen,
    int version) {}
