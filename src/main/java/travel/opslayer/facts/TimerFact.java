package travel.opslayer.facts;

/** A timer that is due. Unknown when somebody writes. */
public record TimerFact(@Meaning("the name that the timers table gave it") String name)
    implements Fact {}
