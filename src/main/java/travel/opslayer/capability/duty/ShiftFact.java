package travel.opslayer.capability.duty;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The work that somebody in the field is on now, and how far it is from its end. */
public record ShiftFact(
    @Meaning(
            "code of the trip: the one named, else the one they have checked in for last; of a"
                + " timer, its own; unknown when they are on none")
        @Nullable String trip,
    @Meaning("as what they work on it: lead, assistant, driver; unknown when they do not")
        @Nullable String role,
    @Meaning(value = "where their work on it stands", lever = true) @Nullable State state,
    @Meaning(value = "where the trip stands", lever = true) @Nullable TripState tripState,
    @Meaning("what they say in words; unknown when they say none of it") @Nullable Says says,
    @Meaning(value = "have they asked to check out, and are not?", lever = true) boolean leaving,
    @Meaning(
            value = "do they say that all guests are at their hotels, now or before?",
            lever = true)
        boolean dropped,
    @Meaning(value = "do they tell or show the kilometres, now or before?", lever = true)
        boolean km,
    @Meaning("do they tell or show the kilometres in this message?") boolean reads,
    @Meaning(value = "how many bills are still to be shown for their trip", lever = true)
        long bills,
    @Meaning(value = "how many incidents go on on their trip", lever = true) long incidents,
    @Meaning("has everybody else checked out who had checked in?") boolean last,
    @Meaning("minutes since they should have been done, with what was agreed; below 0 before")
        @Nullable Long late,
    @Meaning("do they say at what time they were done?") boolean claims,
    @Meaning("of a timer: how many of the crew have not checked out") long open,
    @Meaning("of a timer: how many have, and left something open") long left)
    implements Fact {

  /** Work that can end: a company cannot add to it. */
  public enum State {
    ACCEPTED,
    CHECKED_IN,
    CHECKED_OUT
  }

  /** Trips that can end: a company cannot add to them. */
  public enum TripState {
    PLANNED,
    STAFFED,
    READY,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED,
    ABORTED
  }

  /** What is said at the end of a day: a company cannot add to it. */
  public enum Says {
    LONGER,
    CHECK_OUT,
    DROPPED
  }
}
