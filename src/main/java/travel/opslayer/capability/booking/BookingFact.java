package travel.opslayer.capability.booking;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The booking that is meant. From the travel core. */
public record BookingFact(
    @Meaning("its code, such as BK-2041; unknown when there is none") @Nullable String code,
    @Meaning(value = "where it stands, by the clock; unknown when there is none", lever = true)
        @Nullable State state,
    @Meaning(
            value = "is the sender its customer, or the colleague who looks after it?",
            lever = true)
        boolean own,
    @Meaning("number of seats") long party,
    @Meaning(value = "days until the departure starts; below 0 after it", lever = true)
        long daysBefore,
    @Meaning("the day whose terms were accepted, as 20261112; unknown without a booking")
        @Nullable Long termsOn,
    @Meaning("was anything paid that is still here?") boolean paid,
    @Meaning("is all of it paid?") boolean paidInFull,
    @Meaning("how many bookings with seats the sender has") long open,
    @Meaning("goes up with every change") long version,
    @Meaning("direct, or the agency that sold it, such as viator; unknown without a booking")
        @Nullable String soldBy,
    @Meaning(value = "was it sold by the company itself?", lever = true) boolean direct,
    @Meaning(value = "how often its hold was made longer by wish", lever = true) long extended,
    @Meaning("do others wait for seats of its departure?") boolean waitedFor)
    implements Fact {

  /** They have so many, and none is named. */
  static BookingFact several(int open) {
    return new BookingFact(
        null, null, false, 0, 0, null, false, false, open, 0, null, true, 0, false);
  }

  /** The states that the travel core knows: a company cannot add to them. */
  public enum State {
    ON_HOLD,
    PENDING,
    CONFIRMED,
    REDEEMED,
    CANCELLED,
    EXPIRED,
    REJECTED
  }
}
