package travel.opslayer.capability.approval;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a colleague says to requests for approval. */
public record VoteFact(
    @Meaning("do the words say yes or no and nothing else? More than that may change what is asked")
        boolean plain,
    @Meaning("how many requests wait for the sender's word") long waiting)
    implements Fact {}
