package travel.opslayer.facts.words;

/**
 * One row of a table of words: what people write, and what it means.
 *
 * @param language ISO 639-1 of the table it stands in
 * @param phrase one word or several, as typed
 * @param sort wish, topic, document, command, tap, people, relation, note, courtesy, separate or
 *     filler
 * @param means the word that rules use
 */
public record Phrase(String language, String phrase, String sort, String means) {}
