package travel.opslayer.capability.assign;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Somebody who could work on the trip that is meant. From the tables of crews and skills. */
public record CandidateFact(
    @Meaning("do they work at that time, there or elsewhere?") boolean busy,
    @Meaning("have they the skill: guide for who leads or assists, driver for who drives?")
        boolean skilled,
    @Meaning("have they a lead licence?") boolean licensed,
    @Meaning("were they asked for it, and said no, did not answer or were taken off?")
        boolean asked,
    @Meaning("minutes between it and the nearest other trip of theirs; unknown without one")
        @Nullable Long rest,
    @Meaning("do they speak all languages of the guests?") boolean speaks,
    @Meaning("trips of theirs in that month") long trips)
    implements Fact {}
