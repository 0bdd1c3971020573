package travel.opslayer.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a party was told about an incident, and promised.
 *
 * @param booking code
 * @param overAt when they were told that it is over
 * @param promisedBy until when somebody will have written to them; null when nothing is promised
 * @param keptAt when that was kept
 * @param car who would bring them, were help late; null when nobody
 */
public record ToldParty(
    UUID incident,
    String booking,
    UUID person,
    @Nullable Instant toldAt,
    @Nullable Instant overAt,
    @Nullable Instant promisedBy,
    @Nullable Instant keptAt,
    @Nullable String car) {

  /** Is somebody still to write to them? */
  public boolean isWaiting() {
    return promisedBy != null && keptAt == null;
  }
}
