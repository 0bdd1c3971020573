package travel.opslayer.capability.payment;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Money that shall go back. */
public record RefundFact(
    @Meaning("its code, such as RF-12; unknown when there is none") @Nullable String code,
    @Meaning(value = "where it stands; unknown when there is none", lever = true)
        @Nullable State state,
    @Meaning(value = "is it the sender's money?", lever = true) boolean own,
    @Meaning("in minor units of its currency; 0 without one") long amount,
    @Meaning("ISO 4217; unknown without one") @Nullable String currency)
    implements Fact {

  /** The states that there are: a company cannot add to them. */
  public enum State {
    ASKED,
    APPROVED,
    PENDING,
    DONE,
    FAILED,
    WITHDRAWN,
    REJECTED
  }
}
