package travel.opslayer.capability.late;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The night beyond the plan that is meant: of the request that is decided, else of the sender. */
public record NightFact(
    @Meaning("its code, such as XN-3; unknown while none was asked for") @Nullable String code,
    @Meaning(value = "where it stands", lever = true) State state,
    @Meaning(
            "guests times nights of what they ask for now, else of that one; all guests of the trip"
                + " where they name no number")
        @Nullable Integer guestNights)
    implements Fact {

  /** The states that there are: a company cannot add to them. */
  public enum State {
    NONE,
    CONSIDERED,
    ASKED,
    APPROVED,
    REJECTED,
    EXPIRED,
    DROPPED
  }
}
