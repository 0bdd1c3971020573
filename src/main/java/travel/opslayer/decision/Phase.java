package travel.opslayer.decision;

/** The two times that rules are asked in one turn. */
public enum Phase {
  /** From words and taps to the wish; folder {@code 10-classify}. */
  CLASSIFY,
  /** What is permitted, which state follows, what is done and said; the folders 20 to 50. */
  DECIDE
}
