package travel.opslayer.payment.till;

import java.time.Instant;
import java.util.UUID;
import travel.opslayer.payment.Money;

/**
 * What a customer shall pay, once.
 *
 * @param code such as PAY-7
 * @param booking code of what it is for
 * @param lane of the contact who hears what becomes of it, in hex
 * @param kind deposit, balance, full, extra
 * @param state link_sent, processing, paid, failed, expired, cancelled
 * @param expiresAt when the link is good no longer
 * @param checkouts how many pages were opened for it
 */
public record Payment(
    UUID id,
    String code,
    String booking,
    UUID person,
    String lane,
    String kind,
    Money amount,
    String description,
    String language,
    String state,
    Instant expiresAt,
    int checkouts,
    int version) {

  public static final String LINK_SENT = "link_sent";
  public static final String PROCESSING = "processing";
  public static final String PAID = "paid";
  public static final String FAILED = "failed";
  public static final String EXPIRED = "expired";
  public static final String CANCELLED = "cancelled";

  /** May somebody still pay it? */
  public boolean isOpen() {
    return state.equals(LINK_SENT) || state.equals(PROCESSING) || state.equals(FAILED);
  }

  @Override
  public String toString() {
    return code;
  }
}
