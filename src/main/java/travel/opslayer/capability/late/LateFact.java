package travel.opslayer.capability.late;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What one of a trip's crew tells, when it comes late. Unknown of everybody who is on no trip. */
public record LateFact(
    @Meaning("did all of it come at once after a long silence, by P-LATE-SILENCE and its sisters?")
        boolean news,
    @Meaning("what comes of all that it says about nights that were not planned")
        @Nullable Night night,
    @Meaning("what comes of all that it says about troubles; unknown when it tells of none")
        @Nullable Trouble trouble,
    @Meaning("the worst of them; unknown when it tells of none") @Nullable Category category,
    @Meaning("does it claim a time that has not been yet, or was before the trip?")
        boolean doubtful,
    @Meaning(
            "minutes since we heard the time that it says was another; unknown when it corrects"
                + " none of theirs")
        @Nullable Long corrects)
    implements Fact {

  /** What is asked in the end. */
  public enum Night {
    /** They ask for it. */
    ASKED,
    /** They asked, and need it no more. */
    DROPPED,
    /** They need no more what they asked for before. */
    CANCELLED,
    /** First they need it no more, then they ask: which of them? */
    UNCLEAR
  }

  /** Is it over? */
  public enum Trouble {
    OVER,
    OPEN
  }

  /** The categories of incidents, the worst first: a company cannot add to them. */
  public enum Category {
    ACCIDENT,
    HEALTH,
    LOST,
    VEHICLE,
    ROAD,
    WEATHER,
    OTHER
  }
}
