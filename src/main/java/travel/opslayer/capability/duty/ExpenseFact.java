package travel.opslayer.capability.duty;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What somebody of the crew has spent: what they say of it now, and the one that is meant. */
public record ExpenseFact(
    @Meaning(
            "what they have spent money on, by words of sort note such as bill_fuel, said now;"
                + " unknown when they name nothing")
        @Nullable String says,
    @Meaning("is one sum named, and no other?") boolean sum,
    @Meaning(
            "code of the one that is meant: of the request that is decided, else their last;"
                + " unknown when there is none")
        @Nullable String code,
    @Meaning(value = "where that stands", lever = true) @Nullable State state,
    @Meaning("minutes since they told of it") @Nullable Long minutes,
    @Meaning(
            value = "what the money went for, by what they say now, else as they said before",
            words = {"fuel", "parking", "toll", "tea", "repair", "other"})
        @Nullable String kind,
    @Meaning(
            "is its picture still asked for, and do they say nothing of another one? The kind and"
                + " the sum that they say, if any, are the same")
        boolean bare,
    @Meaning("do they say its kind and its sum once more?") boolean again,
    @Meaning("how much, the same way, in minor units") @Nullable Long amount,
    @Meaning("ISO 4217 of that; unknown without one") @Nullable String currency)
    implements Fact {

  /** Whatever the words of a company name besides. */
  static final String OTHER = "other";

  /** The states that there are: a company cannot add to them. */
  public enum State {
    NOTED,
    ACCEPTED,
    PENDING,
    APPROVED,
    REJECTED
  }
}
