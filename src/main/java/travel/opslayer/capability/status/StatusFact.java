package travel.opslayer.capability.status;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What somebody may want to hear the state of. */
public record StatusFact(
    @Meaning("do they write the code of a booking, and nothing else?") boolean codeAlone)
    implements Fact {}
