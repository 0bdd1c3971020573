package travel.opslayer.travelcore.selling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;

/**
 * The money of bookings. Nothing in it is ever changed: what was wrong is put right by another
 * entry. A booking has one currency.
 */
public interface Ledger {

  /** More than this, in minor units, is a mistake. */
  long MOST = 1_000_000_000_000L;

  Optional<Balance> balance(Sql sql, int tenant, UUID booking);

  /** In the order in which they were written. */
  List<Entry> entries(Sql sql, int tenant, UUID booking);

  /**
   * Writes an entry. The same reference again gets the entry that there is, whoever asks; with
   * another content it is refused. No more is refunded than was paid.
   */
  CoreResult<Entry> post(Sql sql, Command command, Posting posting);

  /**
   * What shall be written.
   *
   * @param reference the gateway and its id of the payment or refund: used once
   */
  record Posting(UUID booking, String kind, long amountMinor, String currency, String reference) {}
}
