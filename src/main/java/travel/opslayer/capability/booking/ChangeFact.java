package travel.opslayer.capability.booking;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The change of a booking that is talked about, or could be. From its own table and the core. */
public record ChangeFact(
    @Meaning("its code, such as CH-7; unknown while none is talked about") @Nullable String code,
    @Meaning(
            value = "where it stands, by the clock; unknown while none is talked about",
            lever = true)
        @Nullable State state,
    @Meaning(
            value = "is the choice or message that names it still what is talked about?",
            lever = true)
        boolean current,
    @Meaning("do the words name another departure of the same product, by day or code?")
        boolean named,
    @Meaning("where they would move, such as EBC-0329; unknown when there is nothing")
        @Nullable String to,
    @Meaning("are there so many seats?") boolean fits,
    @Meaning("number of seats that would change") long party,
    @Meaning("fewer than all seats of the booking?") boolean part,
    @Meaning(
            value = "what was allowed beyond the terms",
            words = {"nothing", "move", "refund"})
        String granted,
    @Meaning("does a request for approval about it wait?") boolean asked)
    implements Fact {

  /** The states that there are: a company cannot add to them. */
  public enum State {
    OPEN,
    DONE,
    WITHDRAWN,
    OVER
  }
}
