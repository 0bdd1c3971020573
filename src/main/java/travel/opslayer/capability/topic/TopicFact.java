package travel.opslayer.capability.topic;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a question is about. Unknown when the words ask about nothing that a table names. */
public record TopicFact(
    @Meaning("what is asked about: a word of sort topic, such as pickup") String name,
    @Meaning("the product that it is asked about: the one named, else that of their last lead")
        @Nullable String product)
    implements Fact {}
