package travel.opslayer.capability.trip;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The trip that is meant, and the sender's work on it. From the tables of trips and crews. */
public record DutyFact(
    @Meaning("code of the trip that is named or quoted; else of the only one they work on now")
        @Nullable String trip,
    @Meaning(value = "where the trip stands; unknown when there is none", lever = true)
        @Nullable TripState tripState,
    @Meaning(value = "do they work on it, or are they asked to?", lever = true) boolean own,
    @Meaning("as what they work on it: lead, assistant, driver; unknown when they do not")
        @Nullable String role,
    @Meaning("where their work on it stands; unknown when there is none") @Nullable State state,
    @Meaning("minutes until the trip starts; below 0 after it") @Nullable Long minutesBefore,
    @Meaning("how many guests are expected on it") @Nullable Long guests,
    @Meaning("how many trips they work on now, from 2 hours before the start to 12 after the end")
        long open)
    implements Fact {

  /** No trip is meant. */
  static DutyFact several(int open) {
    return new DutyFact(null, null, false, null, null, null, null, open);
  }

  /** The states of a trip: a company cannot add to them. */
  public enum TripState {
    PLANNED,
    STAFFED,
    READY,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED,
    ABORTED
  }

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
