package travel.opslayer.capability.enquiry;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The lead that is meant, and the others of the same customer. From the travel core. */
public record LeadFact(
    @Meaning("its code, such as LD-301; unknown when there is none") @Nullable String code,
    @Meaning(
            value = "where it stands; unknown when there is none",
            words = {"new", "assigned", "qualified", "quoted", "won", "lost", "reopened", "merged"},
            lever = true)
        @Nullable String state,
    @Meaning(
            value = "is the sender its customer, or the colleague who looks after it?",
            lever = true)
        boolean own,
    @Meaning("would this wish make a new lead?") boolean fresh,
    @Meaning("has a colleague written to the customer about it?") boolean answered,
    @Meaning("has the customer asked for a quote?") boolean quoteAsked,
    @Meaning("does another lead of this customer wait for our first reply already?")
        boolean waiting,
    @Meaning(value = "has its customer stopped all but answers?", lever = true)
        boolean customerStopped,
    @Meaning("is it still as the tapped choice or the quoted message shows it?") boolean current)
    implements Fact {}
