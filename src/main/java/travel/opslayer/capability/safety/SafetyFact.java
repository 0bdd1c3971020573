package travel.opslayer.capability.safety;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Whether a sender is who they seem to be. Unknown for customers and timers. */
public record SafetyFact(
    @Meaning("is the phone that they write from locked?") boolean locked,
    @Meaning("what they command about phones and PINs: a word of sort command")
        @Nullable String command,
    @Meaning("the phone of the colleague whom they name; unknown when they name none, or several")
        @Nullable Phone phone,
    @Meaning("does another already want it unlocked?") boolean asked,
    @Meaning(value = "their PIN; fresh when they gave it a few minutes ago", lever = true) Pin pin,
    @Meaning("is the PIN right that they write? Unknown when they write none")
        @Nullable Boolean right,
    @Meaning("how many wrong ones in a row, this one among them") long wrong)
    implements Fact {

  /** Where the phone of a colleague stands. */
  public enum Phone {
    USABLE,
    LOCKED
  }

  /** What we have of somebody's PIN. */
  public enum Pin {
    NONE,
    SET,
    FRESH,
    BLOCKED
  }
}
