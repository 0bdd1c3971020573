package travel.opslayer.capability.enquiry;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What the words name of what we sell. */
public record ProductFact(
    @Meaning("code of the product, such as EBC; unknown when none is named") @Nullable String code,
    @Meaning("is exactly one product named?") boolean known,
    @Meaning("could several products be meant?") boolean ambiguous)
    implements Fact {}
