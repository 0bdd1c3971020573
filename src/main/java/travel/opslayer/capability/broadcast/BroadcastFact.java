package travel.opslayer.capability.broadcast;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Something that is said to many. Unknown while nobody commands, taps or answers any. */
public record BroadcastFact(
    @Meaning("what the words command; unknown when they command nothing of it")
        @Nullable Command command,
    @Meaning(
            "its code, such as BC-3: the one tapped or quoted, else the only one that is being"
                + " sent")
        @Nullable String code,
    @Meaning(value = "where it stands", lever = true) @Nullable State state,
    @Meaning(value = "has the sender written it?", lever = true) boolean own,
    @Meaning("are its words, and all who are meant, as they were shown, and is there time left?")
        boolean current,
    @Meaning("whom it is for; unknown when that is not clear") @Nullable Audience audience,
    @Meaning("how many would get it now") long people,
    @Meaning("how many letters it has") long length,
    @Meaning("how many broadcasts are being sent") long running,
    @Meaning(value = "where the person stands whose turn it is", lever = true) @Nullable Turn turn,
    @Meaning("has that person stopped everything that is no answer?") boolean refuses,
    @Meaning("does the sender quote what they got by it?") boolean reply,
    @Meaning("does the sender quote what somebody has answered to it?") boolean answers)
    implements Fact {

  /** What colleagues can command. */
  public enum Command {
    BROADCAST,
    STOP_BROADCAST,
    RESUME_BROADCAST
  }

  /** Where a broadcast stands: a company cannot add to it. */
  public enum State {
    DRAFT,
    SENDING,
    STOPPED,
    DONE,
    DROPPED
  }

  /** Those whom it can be for. */
  public enum Audience {
    GUESTS,
    CREW,
    COLLEAGUES
  }

  /** Whether somebody has got it. */
  public enum Turn {
    WAITING,
    QUEUED,
    LEFT_OUT
  }
}
