package travel.opslayer.capability.media;

import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.Meaning;

/** Something that is shown now, or the document that is named. Unknown when there is neither. */
public record MediaFact(
    @Meaning(
            "what is shown, by its caption, the name of its file or the answer of its sender: a"
                + " word of sort document, such as id_document; unknown when nothing says what it"
                + " is")
        @Nullable String shown,
    @Meaning("code of the one that is named, such as MD-7; unknown when there is none")
        @Nullable String code,
    @Meaning("does whoever it shows agree? Unknown when none is named") @Nullable State consent,
    @Meaning("has the sender sent it?") boolean own,
    @Meaning(
            value = "what sort of file is shown; unknown when nothing is shown now",
            words = {"image", "video", "audio", "document"})
        @Nullable String sort,
    @Meaning(
            value =
                "why nothing of it can be kept, while its sender does not know; unknown when it"
                    + " can",
            words = {"too_big", "wrong_type", "lost"})
        @Nullable String rejected,
    @Meaning("what one of them looks like, by the picture alone: a word of sort document")
        @Nullable String looks,
    @Meaning(
            value = "what the sender was asked about it and has not answered; unknown when nothing",
            words = {"what", "whose"})
        @Nullable String question,
    @Meaning("may it be published? Unknown when none is named or shown") @Nullable Publish publish,
    @Meaning("does somebody who may be on it not want to be seen on any?") boolean objected,
    @Meaning("was it filed for the sender's role, and is its time not over?") boolean mayOpen,
    @Meaning("has the sender typed its code?") boolean typed)
    implements Fact {

  /** Whether it may be used. */
  public enum State {
    NOT_ASKED,
    ASKED,
    GIVEN,
    REFUSED
  }

  /** Whether everybody may see it. */
  public enum Publish {
    NONE,
    ASKED,
    GIVEN,
    REFUSED,
    WITHDRAWN,
    BLOCKED
  }
}
