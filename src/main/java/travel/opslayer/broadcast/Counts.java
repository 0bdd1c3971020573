package travel.opslayer.broadcast;

/**
 * What became of a broadcast so far.
 *
 * @param waiting whose turn has not come
 * @param sent the provider has it, delivered or not
 * @param delivered as far as the provider has said
 * @param failed the provider did not take it, or could not deliver it
 * @param unknown nobody knows whether the provider has it
 * @param open in the outbox, or just being sent
 * @param leftOut who does not get it at all
 */
public record Counts(
    int waiting, int sent, int delivered, int failed, int unknown, int open, int leftOut) {

  /** How many it has reached, or may have reached. */
  public int gone() {
    return sent + unknown + open;
  }
}
