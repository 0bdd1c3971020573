package travel.opslayer.message;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an outgoing message has come. It only goes forward in this order; failed is the end,
 * unless the message was delivered before, for then it has not failed.
 */
public enum DeliveryStatus {
  SENT,
  DELIVERED,
  READ,
  FAILED;

  /** The word that is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DeliveryStatus> of(String word) {
    return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
