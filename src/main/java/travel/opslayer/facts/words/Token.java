package travel.opslayer.facts.words;

/**
 * The smallest part of what somebody typed, folded so that case and accents no longer matter.
 *
 * @param value what a number says; 0 for all else and for numbers beyond nine digits
 * @param glued whether no space stands before it
 * @param line whether it begins a line that is not the first
 */
record Token(Kind kind, String text, int value, boolean glued, boolean line) {

  Token(Kind kind, String text, int value, boolean glued) {
    this(kind, text, value, glued, false);
  }

  /** What a token is made of. */
  enum Kind {
    WORD,
    NUMBER,
    /** An emoji or another sign that says something by itself. */
    SYMBOL,
    /** Punctuation. */
    MARK,
    /** The public code of one of our objects. */
    CODE
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Never the text: it is personal. */
  @Override
  public String toString() {
    return kind.name();
  }
}
