package travel.opslayer.capability.quote;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/**
 * What a colleague wants to offer, by their words, else by the draft that they quote, else by the
 * lead.
 */
public record OfferFact(
    @Meaning("the departure, such as EBC-0315; unknown when none is named or wanted")
        @Nullable String departure,
    @Meaning("do the words name a departure by its code?") boolean named,
    @Meaning("number of people, 1 to 200; unknown when nobody has said") @Nullable Integer party,
    @Meaning(value = "per cent less than the price, a part counts as a whole one", lever = true)
        long discount,
    @Meaning("are there so many seats?") boolean possible,
    @Meaning("do they answer a question about a quote that was not sent?") boolean draft,
    @Meaning("do they say something else than stands in it?") boolean changed)
    implements Fact {}
