package travel.opslayer.decision.language;

/** What becomes of several rows of one table that fire together. */
public enum HitPolicy {
  /** The uppermost counts. */
  FIRST,
  /** All are kept, and who combines them sees that they contradict each other. */
  UNIQUE,
  /** All count. */
  COLLECT
}
