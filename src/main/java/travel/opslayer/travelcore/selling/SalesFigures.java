package travel.opslayer.travelcore.selling;

import java.time.Instant;
import java.util.List;
import travel.opslayer.database.Sql;

/** How much was asked for, offered, sold and paid in the travel core. */
public interface SalesFigures {

  /**
   * @param from included
   * @param to excluded
   */
  Figures between(Sql sql, int tenant, Instant from, Instant to);

  /**
   * What a span of time has brought.
   *
   * @param leads that came in
   * @param quotes of which a first version was sent or prepared to be sent
   * @param confirmed bookings whose price was charged
   * @param seats of those bookings
   * @param paid what came in, a sum for each currency
   * @param refunded what went back, a sum for each currency
   */
  record Figures(
      long leads, long quotes, long confirmed, long seats, List<Sum> paid, List<Sum> refunded) {

    public Figures {
      paid = List.copyOf(paid);
      refunded = List.copyOf(refunded);
    }
  }

  /** An amount in minor units. */
  record Sum(String currency, long minor) {}
}
