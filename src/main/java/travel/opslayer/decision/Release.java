package travel.opslayer.decision;

import java.time.Instant;
import java.util.List;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.Phrase;
import travel.opslayer.facts.Vocabulary;

/**
 * The rule folder as it was accepted once, ready to be asked. It never changes: a message takes the
 * one in force and keeps it to the end.
 *
 * @param hash names it: SHA-256 over its files, the vocabulary and the engine's version, in hex
 * @param since when it was accepted here
 * @param files paths under the folder, sorted
 * @param vocabulary the fields that conditions could use when it was made
 */
public record Release(
    String hash,
    Instant since,
    List<String> files,
    Vocabulary vocabulary,
    RuleBook book,
    Parameters parameters,
    List<Phrase> phrases) {}
