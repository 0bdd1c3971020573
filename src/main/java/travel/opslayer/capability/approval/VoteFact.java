package travel.opslayer.capability.approval;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a colleague says to requests for approval. */
public record VoteFact(
    @Meaning(
            "do the words name no other number than the request does, and no condition? Else they"
                + " may change what is asked")
        boolean plain,
    @Meaning("how many requests wait for the sender's word") long waiting)
    implements Fact {}
