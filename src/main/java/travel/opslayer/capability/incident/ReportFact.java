package travel.opslayer.capability.incident;

import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.incident.IncidentFact.State;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** What a message says about something that goes wrong, or about how it ends. */
public record ReportFact(
    @Meaning(
            "what went wrong, by words of sort note such as issue_vehicle, or by what was tapped;"
                + " the worst of several; unknown when nothing is said")
        @Nullable Category category,
    @Meaning("code of the trip that it is about: the one named, else the only one they are on")
        @Nullable String trip,
    @Meaning("is that trip under way?") boolean underWay,
    @Meaning("is the sender one of its crew?") boolean crew,
    @Meaning("is it far from help, by words of sort note that mean remote?") boolean remote,
    @Meaning("how many guests are on the trip now") long aboard,
    @Meaning("minutes until the first of them has to catch a flight; unknown when none does")
        @Nullable Long flightIn,
    @Meaning("where the same thing on the same trip stands, if it was said already")
        @Nullable State sameState,
    @Meaning("minutes since that began, or since it was over") @Nullable Long sameMinutes,
    @Meaning("do the words say that it is over, as resolved does?") boolean over,
    @Meaning("do they say that help is there?") boolean arrived,
    @Meaning("do they say that everybody is well?") boolean safe,
    @Meaning("how many people they count; unknown when they count nobody") @Nullable Long count,
    @Meaning("do they say when help will be there?") boolean eta,
    @Meaning("are they worried, by words that mean worried, or by !! and ??") boolean worried,
    @Meaning("does it show or tell something without words: a picture, a place, a voice note?")
        boolean wordless,
    @Meaning("is it a reaction, and not one that is taken back?") boolean reacted)
    implements Fact {

  /** What goes wrong, the worst first: a company cannot add to it. */
  public enum Category {
    SOS,
    ACCIDENT,
    HEALTH,
    LOST,
    VEHICLE,
    ROAD,
    WEATHER,
    OTHER
  }
}
