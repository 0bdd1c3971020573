package travel.opslayer.capability.evidence;

import travel.opslayer.evidence.Kind;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What evidence is asked of. Unknown when none is asked, or when there is no such thing. */
public record EvidenceFact(@Meaning("what it is asked of, of those that there are") Kind about)
    implements Fact {}
