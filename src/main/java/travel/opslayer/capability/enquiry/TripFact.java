package travel.opslayer.capability.enquiry;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** How many want to travel, and when. What nobody has said is unknown. */
public record TripFact(
    @Meaning(value = "number of people, 1 to 200", lever = true) @Nullable Integer party,
    @Meaning("the first day that is wanted, as 2027-03-15") @Nullable String wantedOn,
    @Meaning("is the day only about right?") boolean about,
    @Meaning("is it for somebody else than the sender?") boolean another,
    @Meaning("are they another number of people than the lead is for?") boolean changed)
    implements Fact {}
