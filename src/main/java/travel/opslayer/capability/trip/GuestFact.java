package travel.opslayer.capability.trip;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** A guest whom the guide misses. Unknown when nobody waits for them. */
public record GuestFact(
    @Meaning("code of the trip that waits for them") String trip,
    @Meaning("code of the booking that is missed") String booking)
    implements Fact {}
