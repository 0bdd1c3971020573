package travel.opslayer.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those of one booking who travel together.
 *
 * @param booking code
 * @param person who booked, and is written to
 * @param name family name
 * @param place where they are picked up
 * @param here how many of the party have come
 * @param state expected, here, no_show
 * @param askedAt when they were asked where they are; null when nobody missed them
 * @param version goes up with every change
 */
public record GuestParty(
    String trip,
    String booking,
    UUID person,
    String name,
    String place,
    int party,
    int here,
    String state,
    @Nullable Instant askedAt,
    int version) {

  public static final String EXPECTED = "expected";
  public static final String HERE = "here";
  public static final String NO_SHOW = "no_show";

  public int missing() {
    return state.equals(NO_SHOW) ? 0 : party - here;
  }

  /** Never their names: this text may reach a log. */
  @Override
  public String toString() {
    return trip + " " + booking;
  }
}
