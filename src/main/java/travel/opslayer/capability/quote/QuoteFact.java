package travel.opslayer.capability.quote;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The revision of a quote that is meant. From the travel core. */
public record QuoteFact(
    @Meaning("its code, such as Q-118; unknown when there is none") @Nullable String code,
    @Meaning(
            value = "where the one that is meant stands, by the clock; unknown when there is none",
            lever = true)
        @Nullable State state,
    @Meaning(value = "is a newer one sent, or accepted?", lever = true) boolean older,
    @Meaning(
            value = "is the sender its customer, or the colleague who looks after the lead?",
            lever = true)
        boolean own,
    @Meaning("per cent less than the price, a part counts as a whole one") long discount,
    @Meaning("the number that the customer knows it by; 0 until it is sent") long version,
    @Meaning("how many quotes the sender could say yes to, where none is named") long open)
    implements Fact {

  /** They could say yes to so many, and none is named. */
  static QuoteFact several(int open) {
    return new QuoteFact(null, null, false, false, 0, 0, open);
  }

  /** The states that the travel core knows: a company cannot add to them. */
  public enum State {
    DRAFT,
    PENDING_APPROVAL,
    APPROVED,
    SENT,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    SUPERSEDED,
    WITHDRAWN
  }
}
