package travel.opslayer.capability.amend;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** A message that changes or deletes an earlier one, or is changed itself. */
public record AmendFact(
    @Meaning(
            value = "does it change or delete an earlier message? Unknown when it does neither",
            words = {"edit", "revoke"})
        @Nullable String change,
    @Meaning("is the earlier message here?") boolean known,
    @Meaning("was anything done because of the earlier message?") boolean acted,
    @Meaning("the action that the earlier message led to; unknown when it led to none")
        @Nullable String did,
    @Meaning("minutes between the earlier message and now; unknown when it is not here")
        @Nullable Long age,
    @Meaning("did the earlier message show something that we keep?") boolean shown,
    @Meaning(
            value = "how many seats it says now, beside those that the sender has on hold",
            words = {"fewer", "same", "more"})
        @Nullable String seats,
    @Meaning(
            value = "what changed or deleted this message before it came; unknown when nothing did",
            words = {"edit", "revoke"})
        @Nullable String overtaken,
    @Meaning("is the tapped choice of a question whose message was changed before it was done?")
        boolean stale)
    implements Fact {}
