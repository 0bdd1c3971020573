package travel.opslayer.capability.handover;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/**
 * Who answers a customer: the rules, or a colleague who has taken the conversation. Unknown where
 * no customer is meant and the sender has no conversation.
 */
public record HandoverFact(
    @Meaning("code of the conversation that a colleague has, or had last") @Nullable String code,
    @Meaning("who answers this customer: none and over are the rules, taken is a colleague")
        @Nullable State state,
    @Meaning("does the sender have this conversation?") boolean mine,
    @Meaning("do they quote what this customer has written to whoever had the conversation?")
        boolean quoted,
    @Meaning("may free text be sent to this customer, since they wrote within 24 hours?")
        boolean windowOpen,
    @Meaning("has this customer stopped all messages?") boolean stopped,
    @Meaning("are these plain words that quote nothing: no code, no command, no wish, no thanks?")
        boolean plain,
    @Meaning("has nobody written for so long that it goes back to the rules?") boolean quiet,
    @Meaning("how many conversations the sender has now") long taken)
    implements Fact {

  /** Where a conversation stands. */
  public enum State {
    NONE,
    TAKEN,
    OVER
  }
}
