package travel.opslayer.facts;

/** A tap on one of our choices. Unknown when nothing was tapped. */
public record TapFact(@Meaning("the action of the choice that was tapped") String action)
    implements Fact {}
