package travel.opslayer.capability.feedback;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/**
 * What a party is asked, or says, of a trip that is over: that which is quoted, tapped or due, else
 * what its customer was asked last.
 */
public record FeedbackFact(
    @Meaning("its code, such as FB-3") String code,
    @Meaning("where it stands: escalated is a bad score, skipped was never asked") State state,
    @Meaning("is the sender who is asked?") boolean own,
    @Meaning("do they quote or tap our question, or an answer to it?") boolean named,
    @Meaning("the score that they give now, 1 to 5; unknown when they give none")
        @Nullable Long says,
    @Meaning("do they write more than a score?") boolean words,
    @Meaning("is it a text that asks for nothing that we know, and is more than thanks?")
        boolean plain,
    @Meaning("the score that they gave before; unknown when there is none") @Nullable Long score,
    @Meaning("minutes since they said something last; unknown until they do")
        @Nullable Long minutes,
    @Meaning("have they stopped offers, or all messages? Asked by the clock alone") boolean refuses,
    @Meaning("was their booking cancelled, or did they not come? Asked by the clock alone")
        boolean absent,
    @Meaning("was the trip cancelled or broken off? Asked by the clock alone") boolean aborted,
    @Meaning("what went wrong on the trip and where that stands. Asked by the clock alone")
        Trouble trouble)
    implements Fact {

  /** Where it stands. */
  public enum State {
    WAITING,
    REQUESTED,
    RECEIVED,
    ESCALATED,
    SKIPPED
  }

  /** Incidents of the trip. */
  public enum Trouble {
    NONE,
    OVER,
    OPEN
  }
}
