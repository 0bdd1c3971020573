package travel.opslayer.capability.watch;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The watch over the silence of a trip's crew that is meant: named, or of the sender's trip. */
public record WatchFact(
    @Meaning("its code, such as W-5; unknown while there was none") @Nullable String code,
    @Meaning(value = "where it stands", lever = true) State state,
    @Meaning("minutes since anybody of the crew was heard; unknown when nobody ever was")
        @Nullable Long silent)
    implements Fact {

  /** The states that there are: a company cannot add to them. */
  public enum State {
    NONE,
    OPEN,
    RUNNER_SENT,
    RUNNER_OUT,
    CLOSED
  }
}
