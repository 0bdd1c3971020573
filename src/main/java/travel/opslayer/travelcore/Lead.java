package travel.opslayer.travelcore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to travel, before it is a booking.
 *
 * @param code such as LD-301
 * @param person who asks
 * @param state new, assigned, qualified, quoted, won, lost, reopened, merged
 * @param product code; null while nobody knows
 * @param departure code of the one that was offered; null when none fits
 * @param traveller who travels when it is not the one who asks: a word such as cousin
 * @param notes words such as vegetarian
 * @param source where it came from, such as whatsapp
 * @param owner the colleague who looks after it
 * @param answeredAt when a colleague first wrote to the customer about it
 * @param lastAskedAt when the customer last wrote about it
 * @param version goes up with every change
 */
public record Lead(
    UUID id,
    String code,
    UUID person,
    String state,
    @Nullable String product,
    @Nullable String departure,
    @Nullable Integer party,
    @Nullable LocalDate wantedOn,
    @Nullable String traveller,
    List<String> notes,
    String language,
    String source,
    @Nullable UUID owner,
    @Nullable Instant answeredAt,
    @Nullable Instant quoteAskedAt,
    Instant lastAskedAt,
    Instant createdAt,
    int version) {

  /** The states in which nothing is waited for any more. In all others, a lead is open. */
  public static final List<String> CLOSED = List.of("won", "lost", "merged");

  public Lead {
    notes = List.copyOf(notes);
  }
}
