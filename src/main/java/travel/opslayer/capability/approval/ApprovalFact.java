package travel.opslayer.capability.approval;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The request for approval that is meant. From its own table. */
public record ApprovalFact(
    @Meaning("its code, such as AP-31; unknown when there is none") @Nullable String code,
    @Meaning(value = "where it stands, by the clock; unknown when there is none", lever = true)
        @Nullable State state,
    @Meaning(
            value = "what is asked; unknown when there is none",
            words = {
              "discount",
              "refund",
              "exception",
              "override",
              "overtime",
              "expense",
              "extra_night"
            })
        @Nullable String about,
    @Meaning(value = "did the sender ask for it?", lever = true) boolean own,
    @Meaning(value = "has the sender the role that decides it?", lever = true) boolean may,
    @Meaning("how many have yet to agree") long needed,
    @Meaning("how many have to agree in all") long quorum,
    @Meaning("what it is worth, in minor units; unknown where it is not about money")
        @Nullable Long amount,
    @Meaning("ISO 4217 of that; unknown without one") @Nullable String currency)
    implements Fact {

  /** The states that there are: a company cannot add to them. */
  public enum State {
    PENDING,
    APPROVED,
    REJECTED,
    EXPIRED,
    CANCELLED
  }
}
