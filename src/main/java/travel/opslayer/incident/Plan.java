package travel.opslayer.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What operations mean to do about an incident: a vehicle that comes.
 *
 * @param number counts the plans of an incident
 * @param plate of the vehicle; null when it was not said
 * @param driver a name; null when it was not said
 * @param state proposed, sent, replaced
 */
public record Plan(
    UUID incident,
    int number,
    @Nullable String plate,
    @Nullable String driver,
    Instant arrivesAt,
    UUID by,
    String state) {

  public static final String PROPOSED = "proposed";
  public static final String SENT = "sent";

  /** Never the name: this text may reach a log. */
  @Override
  public String toString() {
    return "plan " + number;
  }
}
