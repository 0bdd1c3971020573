package travel.opslayer.capability.booking;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Something that a colleague books for a customer. Unknown for everybody else. */
public record BookForFact(
    @Meaning("does a colleague write that a quote shall be booked? From the words and its code")
        boolean asked)
    implements Fact {}
