package travel.opslayer.capability.trip;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What colleagues in the field say, and how the trip that is meant stands before it starts. */
public record FieldFact(
    @Meaning("what colleagues in the field say in words; unknown when they say none of it")
        @Nullable Says says,
    @Meaning("do they name a trip that they do not work on?") boolean foreign,
    @Meaning("the trip of theirs that is most like the one they name; unknown when none is near")
        @Nullable String near,
    @Meaning("do they say how many guests are here, or missing?") boolean counts,
    @Meaning("how many guests are here: as they say now, else as counted; unknown before that")
        @Nullable Long here,
    @Meaning("are all guests here or given up, by that number?") boolean complete,
    @Meaning("do they say that more are here than are waited for, and was somebody given up?")
        boolean surplus,
    @Meaning("do they say at what time they arrived?") boolean claims,
    @Meaning("has a guide checked in on the trip?") boolean guideHere,
    @Meaning("how many alarms are open because no guide has checked in") long alarm)
    implements Fact {

  /** What is said in the field: a company cannot add to them. */
  public enum Says {
    CHECK_IN,
    ARRIVED,
    LEAVING,
    MY_TRIPS,
    GUEST_LIST
  }
}
