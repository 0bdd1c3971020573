package travel.opslayer.capability.assign;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What is said about who works on a trip, and about which. From words, and the table of trips. */
public record AssignFact(
    @Meaning("what is said about who works on a trip; unknown when nothing is") @Nullable Says says,
    @Meaning("code of the trip that is meant; unknown when there is none") @Nullable String trip,
    @Meaning("is it still to start?") boolean open,
    @Meaning("minutes until it starts; below 0 after that") @Nullable Long minutesBefore,
    @Meaning(
            value = "as what somebody shall work on it",
            words = {"lead", "assistant", "driver"})
        String as,
    @Meaning("code of the colleague who is named for it; unknown for none and for several")
        @Nullable String named,
    @Meaning("minutes since the sender was shown who could do it; unknown when they were not")
        @Nullable Long since,
    @Meaning("how many guests are expected on it") @Nullable Long guests,
    @Meaning("are more guests expected than a yes to an exception has allowed?") boolean over,
    @Meaning("how many guests a yes to an exception names; unknown when it names no number")
        @Nullable Long limit,
    @Meaning("are more guests expected than it names?") boolean limitShort,
    @Meaning("does it depend on something that nobody can check here?") boolean conditional)
    implements Fact {

  /** What is said: a company cannot add to it. */
  public enum Says {
    /** A colleague is to be given a trip. */
    ASSIGN,
    /** One of those who were shown is named. */
    PICK,
    ACCEPT,
    CANNOT,
    /** A mere no: to an offer, unless they say to what. */
    NO,
    /** They cannot do something; it may be the job. */
    PERHAPS_CANNOT,
    /** A thumb, or ok. */
    SIGN
  }
}
