package travel.opslayer.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a party says of a trip when it is over.
 *
 * @param code such as FB-3
 * @param booking code
 * @param person who booked, and is asked
 * @param state waiting, requested, received, escalated, skipped
 * @param score 1 to 5; null until they give one
 * @param words theirs; null until they write some
 * @param dueAt when they are asked
 * @param version goes up with every change
 */
public record Feedback(
    UUID id,
    String code,
    String trip,
    String booking,
    UUID person,
    String state,
    @Nullable Integer score,
    @Nullable String words,
    Instant dueAt,
    @Nullable Instant askedAt,
    @Nullable Instant answeredAt,
    int version) {

  public static final String REQUESTED = "requested";

  /** Never the words: they are personal, and this may reach a log. */
  @Override
  public String toString() {
    return code;
  }
}
