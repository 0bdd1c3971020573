package travel.opslayer.payment.till;

import java.time.Instant;

/** Where it is told that a provider says something new, so that a turn can act upon it. */
public interface PaymentNews {

  /**
   * Part of the running transaction. The same again changes nothing.
   *
   * @param name payment_news or refund_news
   * @param subject such as PAY-7.1 or RF-12
   * @param lane of the contact, in hex
   */
  void tell(int tenant, String name, String subject, Instant at, String lane);
}
