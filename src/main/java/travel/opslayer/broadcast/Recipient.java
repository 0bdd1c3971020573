package travel.opslayer.broadcast;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a broadcast is for.
 *
 * @param broadcast its id
 * @param number their place in it, from 1
 * @param about the booking that it concerns; null for colleagues
 * @param state waiting, queued, left_out
 * @param reason why they are left out
 * @param message in the outbox, when it is queued
 */
public record Recipient(
    UUID broadcast,
    int number,
    UUID person,
    @Nullable String about,
    String state,
    @Nullable String reason,
    @Nullable UUID message) {

  public static final String WAITING = "waiting";
  public static final String QUEUED = "queued";
  public static final String LEFT_OUT = "left_out";

  /** They want nothing that does not answer a message of theirs. */
  public static final String OPTED_OUT = "opted_out";

  /** Nobody knows a number of theirs. */
  public static final String NO_CONTACT = "no_contact";

  /** The provider could not reach them the last time, and they have not written since. */
  public static final String UNREACHABLE = "unreachable";

  /** Their seats are held, and not booked. */
  public static final String ON_HOLD = "on_hold";
}
