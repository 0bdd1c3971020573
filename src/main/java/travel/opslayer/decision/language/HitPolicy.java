package travel.opslayer.decision.language;

/** What becomes of several rows of one table that fire together. */
public enum HitPolicy {
  /** The uppermost counts. */
  FIRST,
  /** All are kept; a folder in which two of them can contradict each other is refused. */
  UNIQUE,
  /** All count. */
  COLLECT
}
