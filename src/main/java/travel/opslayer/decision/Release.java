package travel.opslayer.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;
import travel.opslayer.facts.WishFact;
import travel.opslayer.facts.words.Phrase;

/**
 * The rule folder as it was accepted once, ready to be asked. It never changes: a message takes the
 * one in force and keeps it to the end.
 *
 * @param hash names it: SHA-256 over its files, the vocabulary and the engine's version, in hex
 * @param since when it was accepted here
 * @param files paths under the folder, sorted
 * @param vocabulary the fields that conditions could use when it was made
 * @param notes what looks odd in it and may be meant
 * @param label what its authors say about it
 */
public record Release(
    String hash,
    Instant since,
    List<String> files,
    Vocabulary vocabulary,
    RuleBook book,
    Parameters parameters,
    List<Phrase> phrases,
    List<Problem> notes,
    Label label) {

  private static final String WISH = "wish";

  /** Asks the rules twice: what is wished, unless that is known, then what comes of it. */
  public Decision decide(Situation situation) {
    var start = System.nanoTime();
    var hits = new ArrayList<Hit>();
    var known = situation.values().get(WishFact.FIELD);
    var wish = known == null ? classify(situation, hits) : known.toString();
    var whole = situation.with(new WishFact(wish));
    hits.addAll(book.ask(Phase.DECIDE, whole));
    return new Decision(whole, hash, wish, hits, (System.nanoTime() - start) / 1000);
  }

  /** The same, accepted at another time. */
  Release since(Instant moment) {
    return new Release(hash, moment, files, vocabulary, book, parameters, phrases, notes, label);
  }

  private String classify(Situation situation, List<Hit> hits) {
    hits.addAll(book.ask(Phase.CLASSIFY, situation));
    return Decision.assigned(hits, WISH).orElse(Decision.NO_WISH);
  }
}
