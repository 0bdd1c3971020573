package travel.opslayer.travelcore.bundled.selling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.selling.Money;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes.Terms;

/**
 * The tables {@code core.quotes} and {@code core.quote_revisions}. Whoever changes a revision locks
 * its quote first, and a quote before any departure.
 */
final class QuoteRepository {

  private static final String SELECT =
      """
      SELECT r.id, r.quote_id, q.code, r.revision, q.lead_id, q.person_id, r.departure, r.party,
        r.unit_minor, r.discount, r.total_minor, r.deposit_minor, r.currency, r.valid_until, r.state
      FROM core.quote_revisions r
      JOIN core.quotes q ON q.tenant_id = r.tenant_id AND q.id = r.quote_id
      WHERE r.tenant_id = ?
      """;

  private QuoteRepository() {}

  static Optional<Quote> find(Sql sql, int tenant, UUID revision) {
    return sql.one(SELECT + "AND r.id = ?", QuoteRepository::quote, tenant, revision);
  }

  static List<Quote> byCode(Sql sql, int tenant, String code) {
    return sql.list(
        SELECT + "AND q.code = ? ORDER BY r.place", QuoteRepository::quote, tenant, code);
  }

  static List<Quote> openOf(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND q.person_id = ANY(?) AND r.state = ANY(?) ORDER BY r.place",
            QuoteRepository::quote,
            tenant,
            Sql.array("uuid", people),
            Sql.array("text", Quote.OPEN));
  }

  /** False when there is no such lead. */
  static boolean add(Sql sql, Command command, UUID lead) {
    var person =
        sql.one(
            "SELECT person_id FROM core.leads WHERE tenant_id = ? AND id = ?",
            row -> row.uuid("person_id"),
            command.tenant(),
            lead);
    person.ifPresent(
        it ->
            sql.update(
                """
                INSERT INTO core.quotes (tenant_id, id, code, lead_id, person_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                command.tenant(),
                command.id(),
                NumberRepository.next(sql, command.tenant(), "Q"),
                lead,
                it,
                command.now()));
    return person.isPresent();
  }

  static boolean hasDeparture(Sql sql, int tenant, String departure) {
    return sql.one(
            "SELECT code FROM core.departures WHERE tenant_id = ? AND code = ?",
            row -> row.text("code"),
            tenant,
            departure)
        .isPresent();
  }

  static Quote revise(Sql sql, Command command, UUID quote, Terms terms) {
    sql.update(
        """
        INSERT INTO core.quote_revisions (tenant_id, id, quote_id, departure, party, unit_minor,
          discount, total_minor, deposit_minor, currency, valid_until, state, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?)
        """,
        command.tenant(),
        command.id(),
        quote,
        terms.departure(),
        terms.party(),
        terms.unitMinor(),
        terms.discount(),
        Money.total(terms.unitMinor(), terms.party(), terms.discount()),
        terms.depositMinor(),
        terms.currency(),
        terms.validUntil(),
        command.now());
    return find(sql, command.tenant(), command.id()).orElseThrow();
  }

  /** Until the transaction ends nobody else changes its revisions; false when there is none. */
  static boolean lock(Sql sql, int tenant, UUID quote) {
    return sql.one(
            "SELECT code FROM core.quotes WHERE tenant_id = ? AND id = ? FOR NO KEY UPDATE",
            row -> row.text("code"),
            tenant,
            quote)
        .isPresent();
  }

  static boolean isAccepted(Sql sql, int tenant, UUID quote) {
    return !sql.list(
            """
            SELECT id FROM core.quote_revisions
            WHERE tenant_id = ? AND quote_id = ? AND state = 'accepted'
            """,
            row -> row.uuid("id"),
            tenant,
            quote)
        .isEmpty();
  }

  static Quote move(Sql sql, int tenant, Quote it, String state) {
    sql.update(
        "UPDATE core.quote_revisions SET state = ? WHERE tenant_id = ? AND id = ?",
        state,
        tenant,
        it.id());
    return find(sql, tenant, it.id()).orElseThrow();
  }

  /** Gives it the next number of its quote, and it is the only one that is sent. */
  static Quote send(Sql sql, int tenant, Quote it) {
    sql.update(
        """
        UPDATE core.quote_revisions SET state = 'superseded'
        WHERE tenant_id = ? AND quote_id = ? AND state = 'sent'
        """,
        tenant,
        it.quote());
    sql.update(
        """
        WITH q AS (
          UPDATE core.quotes SET sent = sent + 1 WHERE tenant_id = ? AND id = ? RETURNING sent)
        UPDATE core.quote_revisions SET state = 'sent', revision = q.sent FROM q
        WHERE tenant_id = ? AND id = ?
        """,
        tenant,
        it.quote(),
        tenant,
        it.id());
    return find(sql, tenant, it.id()).orElseThrow();
  }

  private static Quote quote(Row row) {
    return new Quote(
        row.uuid("id"),
        row.uuid("quote_id"),
        row.text("code"),
        row.integer("revision"),
        row.uuid("lead_id"),
        row.uuid("person_id"),
        row.text("departure"),
        row.integer("party"),
        row.longValue("unit_minor"),
        row.integer("discount"),
        row.longValue("total_minor"),
        row.longValue("deposit_minor"),
        row.text("currency"),
        row.instant("valid_until"),
        row.text("state"));
  }
}
