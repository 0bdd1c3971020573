package travel.opslayer.decision.language;

/** What comes of one word that somebody typed. */
public sealed interface Reading {

  /** The word as rules know it: a {@code String}, {@code Long} or {@code Boolean}. */
  record Good(Object value) implements Reading {}

  /** What is wrong with it, and what to try. */
  record Bad(String sentence, String advice) implements Reading {}
}
