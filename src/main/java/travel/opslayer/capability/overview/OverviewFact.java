package travel.opslayer.capability.overview;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a colleague wants to see of the work. Unknown while nobody asks for any of it. */
public record OverviewFact(
    @Meaning("what the words ask for; unknown when they ask for none of it") @Nullable View view,
    @Meaning("the code of a lead that stands alone, or that is tapped; unknown when none is")
        @Nullable String lead,
    @Meaning("the code of the departure that is named; unknown when none is, or there is no such")
        @Nullable String departure)
    implements Fact {

  /** What can be seen. */
  public enum View {
    PIPELINE,
    BOOKINGS,
    FIGURES,
    ROTA
  }
}
