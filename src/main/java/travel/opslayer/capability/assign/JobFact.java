package travel.opslayer.capability.assign;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The job that is meant: somebody's work on a trip, or the question whether they do it. */
public record JobFact(
    @Meaning("its code, such as AS-12; unknown when there is none") @Nullable String code,
    @Meaning(value = "where it stands; unknown when there is none", lever = true)
        @Nullable State state,
    @Meaning(value = "is it the sender who has it, or is asked?", lever = true) boolean own,
    @Meaning("is it named by its code, by a message of ours or by its day?") boolean sure,
    @Meaning("have they accepted, and want to be replaced?") boolean wantsOut,
    @Meaning(value = "has somebody else got it in the meantime?", lever = true) boolean taken,
    @Meaning("is the time over in which it could be said yes to?") boolean late,
    @Meaning("is nobody on it, or asked, who stays?") boolean needed,
    @Meaning("do they work on something else at that time by now?") boolean clash,
    @Meaning("does somebody do it until a yes to this one replaces them?") boolean replaces)
    implements Fact {

  /** The states of work on a trip: a company cannot add to them. */
  public enum State {
    PROPOSED,
    OFFERED,
    ACCEPTED,
    DECLINED,
    LAPSED,
    CHECKED_IN,
    CHECKED_OUT,
    REMOVED
  }
}
