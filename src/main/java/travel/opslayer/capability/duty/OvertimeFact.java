package travel.opslayer.capability.duty;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The longer day that is meant: of the request that is decided, else of the sender. */
public record OvertimeFact(
    @Meaning("its code, such as OT-4; unknown while nothing was said") @Nullable String code,
    @Meaning(value = "where it stands", lever = true) State state,
    @Meaning("minutes beyond the plan in all, with what is asked now; unknown while none are said")
        @Nullable Long minutes)
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
