package travel.opslayer.travelcore.selling;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;

/**
 * The quotes of the travel core. Every answer of a customer is about one revision; of all revisions
 * of a quote, one at most is sent and one at most is accepted. Whether somebody may give so much
 * discount is for the rules.
 */
public interface Quotes {

  /** A revision by its own id. */
  Optional<Quote> find(Sql sql, int tenant, UUID revision);

  /** All revisions, in the order in which they were made. */
  List<Quote> byCode(Sql sql, int tenant, String code);

  /** What these people were sent or shall be, in the order in which it was made. */
  List<Quote> openOf(Sql sql, int tenant, Collection<UUID> people);

  /** The first revision of a new quote, as a draft. */
  CoreResult<Quote> draft(Sql sql, Command command, UUID lead, Terms terms);

  /** A further revision, as a draft. What was sent stays so until this one is. */
  CoreResult<Quote> revise(Sql sql, Command command, UUID quote, Terms terms);

  /** Somebody has to approve the draft first. */
  CoreResult<Quote> submit(Sql sql, Command command, UUID revision);

  CoreResult<Quote> approve(Sql sql, Command command, UUID revision);

  /** It was not approved and is a draft again. */
  CoreResult<Quote> disapprove(Sql sql, Command command, UUID revision);

  /** It gets its number, and the one that was sent before is superseded. */
  CoreResult<Quote> send(Sql sql, Command command, UUID revision);

  /** The customer wants this one. One that is superseded, or too old, is no longer to be had. */
  CoreResult<Quote> accept(Sql sql, Command command, UUID revision);

  CoreResult<Quote> decline(Sql sql, Command command, UUID revision);

  /** Its time is over. Before that, nothing happens. */
  CoreResult<Quote> expire(Sql sql, Command command, UUID revision);

  /** We no longer offer it. */
  CoreResult<Quote> withdraw(Sql sql, Command command, UUID revision);

  /**
   * What is offered. The total is worked out.
   *
   * @param discount in basis points
   */
  record Terms(
      String departure,
      int party,
      long unitMinor,
      int discount,
      long depositMinor,
      String currency,
      Instant validUntil) {}
}
