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
            "code of one of this trip whose picture is still asked for: of the kind and the sum"
                + " that they say; where they say neither, their last. Unknown when there is none")
        @Nullable String bare,
    @Meaning("do they say once more what they said last on this trip, and was it not rejected?")
        boolean again,
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
