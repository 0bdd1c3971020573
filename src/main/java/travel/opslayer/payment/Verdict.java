package travel.opslayer.payment;

/** What a call to our webhook is. */
public sealed interface Verdict
    permits GatewayEvent, Verdict.Forged, Verdict.Stale, Verdict.Unreadable {

  /** Not signed with a secret of ours. */
  record Forged() implements Verdict {}

  /** Signed, but so long ago that somebody may be playing it again. */
  record Stale() implements Verdict {}

  /**
   * Signed, and not what the provider documents. It is kept like an event, since the provider meant
   * it.
   *
   * @param why never holds anything of the body
   */
  record Unreadable(String why) implements Verdict {}
}
