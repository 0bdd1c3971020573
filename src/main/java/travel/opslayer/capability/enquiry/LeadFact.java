package travel.opslayer.capability.enquiry;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The lead that is meant, and the others of the same customer. From the travel core. */
public record LeadFact(
    @Meaning("its code, such as LD-301; unknown when there is none") @Nullable String code,
    @Meaning("where it stands; unknown when there is none") @Nullable State state,
    @Meaning("is the sender its customer, or the colleague who looks after it?") boolean own,
    @Meaning("would this wish make a new lead?") boolean fresh,
    @Meaning("has a colleague written to the customer about it?") boolean answered,
    @Meaning("has the customer asked for a quote?") boolean quoteAsked,
    @Meaning("does another lead of this customer wait for our first reply already?")
        boolean waiting,
    @Meaning("has its customer stopped all but answers?") boolean customerStopped)
    implements Fact {

  /** The states of a lead. */
  public enum State {
    NEW,
    ASSIGNED,
    QUALIFIED,
    QUOTED,
    WON,
    LOST,
    REOPENED,
    MERGED
  }
}
