package travel.opslayer.capability.incident;

import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.incident.ReportFact.Category;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The incident that is meant. Unknown while nothing goes wrong that concerns the sender. */
public record IncidentFact(
    @Meaning(
            "its code, such as INC-77: the one named or quoted, else, for an ok, the alert that"
                + " they were told last, else the only one on a trip of theirs; unknown when"
                + " there is none, or several")
        @Nullable String code,
    @Meaning(value = "where it stands", lever = true) @Nullable State state,
    @Meaning(value = "how bad it is", lever = true) @Nullable Severity severity,
    @Meaning("what went wrong") @Nullable Category category,
    @Meaning(value = "does the colleague work on its trip, or have they reported it?", lever = true)
        boolean own,
    @Meaning("does the sender look after it?") boolean mine,
    @Meaning("has somebody else than the sender said that it is over, or that help is there?")
        boolean second,
    @Meaning("how far up the ladder it was told, 1 being the first") @Nullable Long rung,
    @Meaning("how many go on that the sender may mean") long open,
    @Meaning("was a plan written that nobody has sent?") boolean planned,
    @Meaning("booking of the party that is spoken of, or that the sender belongs to")
        @Nullable String party,
    @Meaning("is the sender a guest on its trip?") boolean guest,
    @Meaning("has that party a flight to catch?") boolean flight,
    @Meaning("is that party still to be written to, as it was promised?") boolean waiting,
    @Meaning("as what the colleague works on it who is told now: lead, assistant, driver")
        @Nullable String member,
    @Meaning("does a colleague say ok, and was the last that they were told about it?")
        boolean told,
    @Meaning("do they name it, or quote a message about it?") boolean named,
    @Meaning("about what a car for one party costs, by P-CAR") long carCost)
    implements Fact {

  /** Where an incident stands: a company cannot add to it. */
  public enum State {
    REPORTED,
    ACKNOWLEDGED,
    MITIGATING,
    RESOLVED,
    CLOSED,
    REOPENED
  }

  /** How bad it is. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
  }
}
