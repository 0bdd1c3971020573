package travel.opslayer.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;

/**
 * Changes of bookings that were talked about. There is one at most for each booking; what is asked
 * in other words is the same one in a newer version, so that older choices are seen to be old.
 */
@Singleton
public final class Changes {

  private final ChangeRepository rows;

  Changes(ChangeRepository rows) {
    this.rows = rows;
  }

  /** What is talked about; see {@link Change}. */
  public record Proposal(
      String booking,
      int bookingVersion,
      UUID person,
      @Nullable String departure,
      int party,
      long refundMinor,
      long feeMinor,
      long totalMinor,
      Instant until) {}

  public List<Change> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return rows.byCodes(sql, tenant, codes);
  }

  public Optional<Change> byCode(Sql sql, int tenant, String code) {
    return rows.byCodes(sql, tenant, List.of(code)).stream().findFirst();
  }

  /** Of these bookings the changes that are open, also those whose time is over. */
  public List<Change> openOf(Sql sql, int tenant, Collection<String> bookings) {
    return rows.openOf(sql, tenant, bookings);
  }

  /** Talked about anew: the open one of the booking in a newer version, or a new one. */
  public Change propose(Sql sql, int tenant, UUID id, Proposal proposal, Instant now) {
    return rows.propose(sql, tenant, id, proposal, now);
  }

  /** It is done. Empty when it was done, withdrawn or changed in the meantime. */
  public Optional<Change> done(Sql sql, int tenant, Change change) {
    return rows.move(sql, tenant, change, Change.OPEN, Change.DONE);
  }

  /** They leave all as it is. Empty when it was done, withdrawn or changed in the meantime. */
  public Optional<Change> withdraw(Sql sql, int tenant, Change change) {
    return rows.move(sql, tenant, change, Change.OPEN, Change.WITHDRAWN);
  }

  /** Somebody has allowed more than the terms: as it stands now, until another moment. */
  public Optional<Change> grant(
      Sql sql, int tenant, Change change, String granted, int bookingVersion, Instant until) {
    return rows.grant(sql, tenant, change, granted, bookingVersion, until);
  }
}
