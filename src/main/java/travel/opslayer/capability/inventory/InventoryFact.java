package travel.opslayer.capability.inventory;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a colleague commands about seats and departures. Unknown when a customer writes. */
public record InventoryFact(
    @Meaning("what the words, or a tap on the thing itself, command; unknown when nothing")
        @Nullable Command command,
    @Meaning(
            "code of the departure that is meant, such as ABC-0320; unknown when that is not clear")
        @Nullable String departure,
    @Meaning("code of its product, such as ABC") @Nullable String product,
    @Meaning(value = "where that departure stands", lever = true) @Nullable State state,
    @Meaning("does it start after today?") boolean startsLater,
    @Meaning("how many seats are asked for; unknown when nobody says") @Nullable Long party,
    @Meaning("are so many free, and nobody waits for them?") boolean fits,
    @Meaning("how many customers may be meant") long customers,
    @Meaning("how many holds may be meant") long holds,
    @Meaning(
            value = "the state of the only hold that may be meant",
            words = {"on_hold", "pending", "confirmed", "redeemed", "cancelled", "expired"},
            lever = true)
        @Nullable String booking,
    @Meaning("parties that wait for the departure, or have an offer of seats") long atStake,
    @Meaning("offers of seats that would still run after it is closed") long runsOn)
    implements Fact {

  /** What colleagues can command; what else tables of words say commands nothing. */
  public enum Command {
    HOLD,
    RELEASE,
    CLOSE,
    REOPEN,
    UNDO,
    ALL
  }

  /** The states of a departure that the travel core knows: a company cannot add to them. */
  public enum State {
    OPEN,
    GUARANTEED,
    CLOSING,
    CLOSED,
    CANCELLED,
    DEPARTED,
    COMPLETED
  }
}
