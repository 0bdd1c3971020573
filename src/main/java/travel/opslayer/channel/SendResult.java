package travel.opslayer.channel;

/** What became of one attempt to send. The outbox decides what follows from it. */
public sealed interface SendResult {

  /** The provider took it. That is not yet delivered. */
  record Accepted(String providerId) implements SendResult {}

  /** The provider will never take this message; trying again cannot help. */
  record Rejected(String code, String reason) implements SendResult {}

  /**
   * The provider did not take it and may do so later: it is down, slow or throttling, or the call
   * never reached it.
   */
  record TryLater(String code, String reason) implements SendResult {}

  /**
   * Nobody knows: the call left and no readable answer came back. Never sent again by itself, for
   * the message may be out; a status with our id may tell later.
   */
  record Unknown(String reason) implements SendResult {}
}
