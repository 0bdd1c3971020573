package travel.opslayer.capability.insight;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** A question about a message of ours. */
public record InsightFact(
    @Meaning("do they ask why, quoting a message of ours? From the words and the messages")
        boolean asksWhy,
    @Meaning("do they ask why of something whose code they write, quoting nothing?")
        boolean asksWhyOf,
    @Meaning("do they write why, and neither quote anything nor name a code?") boolean asksWhyAlone)
    implements Fact {}
