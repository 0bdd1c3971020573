package travel.opslayer.capability.enquiry;

import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** The departure nearest to what is wanted, right now. Unknown when there is none. */
public record DepartureFact(
    @Meaning("its code, such as EBC-0315") String code,
    @Meaning("code of its product, such as EBC") String product,
    @Meaning(
            value = "open: there are seats; full: too few for the party; closed: not on sale",
            lever = true)
        Sale state,
    @Meaning("seats that can be sold now") long free,
    @Meaning("goes up with every change of seats or state") long version)
    implements Fact {

  /** Can it be sold? */
  public enum Sale {
    OPEN,
    FULL,
    CLOSED
  }
}
