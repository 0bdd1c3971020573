package travel.opslayer.facts;

import org.jspecify.annotations.Nullable;

/** Who is writing. Found by the number a message comes from, never decided by rules. */
public record SenderFact(
    @Meaning(
            value = "what the sender is to the company; timer when nobody writes",
            words = {"customer", "sales", "operations", "field", "manager", "timer"},
            lever = true)
        String role,
    @Meaning("do they work for us?") boolean staff,
    @Meaning("ISO 639-1 code of the language they write, or wrote before")
        @Nullable String language,
    @Meaning("have they written before?") boolean known,
    @Meaning("may free text be sent to them, since they wrote within 24 hours?") boolean windowOpen)
    implements Fact {

  /** Nobody writes: a timer is due. */
  static final String TIMER = "timer";
}
