package travel.opslayer.capability.duty;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a colleague says, in their own voice, to a request from the field. */
public record PleaFact(
    @Meaning(
            "code of the request: the one quoted, else the only one that waits for their word;"
                + " unknown when there is none, or several")
        @Nullable String code,
    @Meaning(
            value = "what is asked in it; unknown without one",
            words = {"overtime", "expense"})
        @Nullable String about,
    @Meaning("how many requests wait for their word, of any kind") long waiting,
    @Meaning("do they say that guests shall be told?") boolean tells,
    @Meaning("is anything known of what the voice note says?") boolean heard)
    implements Fact {}
