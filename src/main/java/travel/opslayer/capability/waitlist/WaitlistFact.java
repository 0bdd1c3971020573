package travel.opslayer.capability.waitlist;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The place on a waiting list that is meant. From the travel core. */
public record WaitlistFact(
    @Meaning("its code, such as WL-9; unknown when there is none") @Nullable String code,
    @Meaning(value = "where it stands; unknown when there is none", lever = true)
        @Nullable State state,
    @Meaning("code of the product that is waited for, such as ABC; unknown when there is none")
        @Nullable String product,
    @Meaning(value = "is it the sender's?", lever = true) boolean own,
    @Meaning("was it written, by the provider's clock, before an offer to them ends?")
        boolean inTime,
    @Meaning("do they ask for more seats than are kept for them?") boolean wantsMore,
    @Meaning("how many offers the sender has") long offers,
    @Meaning("have they asked to be booked without being asked again?") boolean auto)
    implements Fact {

  /** The states that the travel core knows: a company cannot add to them. */
  public enum State {
    WAITING,
    OFFERED,
    CONVERTED,
    DECLINED,
    LAPSED,
    WITHDRAWN,
    EXPIRED
  }
}
