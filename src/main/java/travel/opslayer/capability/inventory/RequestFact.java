package travel.opslayer.capability.inventory;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a colleague has asked before, and answers, undoes or asks about now. */
public record RequestFact(
    @Meaning("its code, such as OP-7; unknown when none is meant") @Nullable String code,
    @Meaning("what it asks for; unknown when none is meant") @Nullable What action,
    @Meaning(value = "where it stands, by the clock; unknown when none is meant", lever = true)
        @Nullable State state,
    @Meaning(value = "has the sender asked it?", lever = true) boolean own,
    @Meaning("is all as it was when the choice was shown?") boolean current,
    @Meaning("were the effects shown that it has?") boolean shown,
    @Meaning("how many questions the sender has not answered yet") long open,
    @Meaning("does the text name nothing new, so that it can only be an answer?") boolean bare,
    @Meaning("does the text choose one thing of what was offered?") boolean chosen,
    @Meaning("was it done so lately that it can be undone?") boolean undoable,
    @Meaning(
            value = "the state of the departure before it was done",
            words = {"open", "guaranteed", "closing", "closed"})
        @Nullable String was)
    implements Fact {

  /** What can be asked for. */
  public enum What {
    STAFF_HOLD,
    RELEASE_HOLD,
    CLOSE_DEPARTURE,
    REOPEN_DEPARTURE
  }

  /** From the question to what became of it. */
  public enum State {
    QUEUED,
    OPEN,
    OVER,
    DONE,
    DROPPED,
    UNDONE
  }
}
