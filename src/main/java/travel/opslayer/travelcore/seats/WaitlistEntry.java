package travel.opslayer.travelcore.seats;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party that waits for seats.
 *
 * @param code such as WL-9
 * @param state waiting, offered, converted, declined, lapsed, withdrawn, expired
 * @param auto asked to be booked without being asked again
 * @param hold the seats that are kept for them while they decide
 * @param offerUntil when an offer ends; null without one
 * @param ahead parties that come before them, while they wait
 */
public record WaitlistEntry(
    UUID id,
    String code,
    String departure,
    UUID person,
    int party,
    String state,
    boolean auto,
    @Nullable UUID hold,
    @Nullable Instant offerUntil,
    int ahead) {

  public static final String WAITING = "waiting";
  public static final String OFFERED = "offered";
  public static final String CONVERTED = "converted";
  public static final String DECLINED = "declined";
  public static final String LAPSED = "lapsed";
  public static final String WITHDRAWN = "withdrawn";
}
