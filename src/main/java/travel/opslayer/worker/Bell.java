package travel.opslayer.worker;

/** What there is to do again. Each worker listens for one, so that nobody looks in vain. */
public enum Bell {
  /** Something happened and wants a turn. */
  TURNS,
  /** A message waits to be sent, or the provider has answered. */
  SENDING,
  /** Looks from time to time; only somebody who wants everything looked at rings it. */
  ROUNDS
}
