package travel.opslayer.capability.media;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Something that is shown now, or the document that is named. Unknown when there is neither. */
public record MediaFact(
    @Meaning(
            "what is shown, by its caption or the name of its file: a word of sort document, such"
                + " as id_document; unknown when nothing is shown that says what it is")
        @Nullable String shown,
    @Meaning("code of the one that is named, such as MD-7; unknown when there is none")
        @Nullable String code,
    @Meaning("does whoever it shows agree? Unknown when none is named") @Nullable State consent,
    @Meaning("has the sender sent it?") boolean own)
    implements Fact {

  /** Whether it may be used. */
  public enum State {
    NOT_ASKED,
    ASKED,
    GIVEN,
    REFUSED
  }
}
