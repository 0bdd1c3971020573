package travel.opslayer.facts;

import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Turn;
import travel.opslayer.facts.words.Understanding;

/**
 * A turn, read.
 *
 * @param subject the code of the object meant: of the tapped choice, the quoted message, a code in
 *     the words, or the timer; null when none is named
 * @param quotesUs does it quote or tap a message of ours?
 */
public record Asked(
    Turn turn, Understanding understanding, @Nullable String subject, boolean quotesUs) {}
