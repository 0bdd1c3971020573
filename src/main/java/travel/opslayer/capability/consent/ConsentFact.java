package travel.opslayer.capability.consent;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What the sender has taken back. */
public record ConsentFact(
    @Meaning("have they stopped offers?") boolean noOffers,
    @Meaning("have they stopped all but answers?") boolean nothing)
    implements Fact {}
