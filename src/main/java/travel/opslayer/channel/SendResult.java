package travel.opslayer.channel;

import org.jspecify.annotations.Nullable;
import travel.opslayer.message.Alias;

/**
 * What became of one attempt to send. The outbox decides what follows from it.
 *
 * <p>Their texts never hold a provider's message id, for a phone number can be read from it.
 */
public sealed interface SendResult {

  /**
   * The provider took it. That is not yet delivered.
   *
   * @param alias the name under which the provider knows the recipient, where it told one; it may
   *     be another than we dialled
   */
  record Accepted(String providerId, @Nullable Alias alias) implements SendResult {

    public Accepted(String providerId) {
      this(providerId, null);
    }

    @Override
    public String toString() {
      return "accepted";
    }
  }

  /** The provider will never take this message; trying again cannot help. */
  record Rejected(String code, String reason) implements SendResult {

    @Override
    public String toString() {
      return "rejected: " + code;
    }
  }

  /**
   * The provider did not take it and may do so later: it is down, slow or throttling, or the call
   * never reached it.
   */
  record TryLater(String code, String reason) implements SendResult {

    @Override
    public String toString() {
      return "try later: " + code;
    }
  }

  /**
   * Nobody knows: the call left and no readable answer came back. Never sent again by itself, for
   * the message may be out; a status with our id may tell later.
   */
  record Unknown(String reason) implements SendResult {}
}
