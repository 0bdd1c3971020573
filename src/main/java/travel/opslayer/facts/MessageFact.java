package travel.opslayer.facts;

/** What came. */
public record MessageFact(
    @Meaning(
            "text, image, video, audio, document, sticker, location, contacts, reaction, button,"
                + " list, order, interactive, system, edit, revoke, unsupported; of a burst the"
                + " kind of its first text; a changed message is text")
        String kind,
    @Meaning("how many bubbles are answered together") long bubbles,
    @Meaning("does it quote or tap one of our messages?") boolean quotesUs)
    implements Fact {}
