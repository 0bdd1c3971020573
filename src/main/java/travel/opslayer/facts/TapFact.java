package travel.opslayer.facts;

import org.jspecify.annotations.Nullable;

/** A tap on one of our choices. Unknown when nothing was tapped. */
public record TapFact(
    @Meaning("the action of the choice that was tapped") String action,
    @Meaning("what of it was chosen, such as 3 of hold_seats:3; unknown when it names nothing")
        @Nullable String choice)
    implements Fact {}
