package travel.opslayer.trip;

import java.util.UUID;

/**
 * Those of one booking who travel together.
 *
 * @param booking code
 * @param person who booked, and is written to
 * @param name family name
 * @param place where they are picked up
 * @param here how many of the party have come
 * @param state expected, here, no_show
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
