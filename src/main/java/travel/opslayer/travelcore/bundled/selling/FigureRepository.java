package travel.opslayer.travelcore.bundled.selling;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.selling.SalesFigures;

/** Counts in the tables of the bundled core. */
@Singleton
final class FigureRepository implements SalesFigures {

  private static final String COUNTS =
      """
      SELECT
        (SELECT count(*) FROM core.leads
         WHERE tenant_id = ? AND created_at >= ? AND created_at < ?) AS leads,
        (SELECT count(DISTINCT quote_id) FROM core.quote_revisions
         WHERE tenant_id = ? AND revision > 0 AND created_at >= ? AND created_at < ?) AS quotes,
        count(b.id) AS confirmed,
        coalesce(sum(b.party), 0) AS seats
      FROM core.bookings b
      WHERE b.tenant_id = ? AND EXISTS (SELECT FROM core.ledger l
        WHERE l.tenant_id = b.tenant_id AND l.booking_id = b.id AND l.kind = 'charge'
          AND l.at >= ? AND l.at < ?)
      """;

  private static final String SUMS =
      """
      SELECT currency, sum(amount_minor)::bigint AS minor
      FROM core.ledger
      WHERE tenant_id = ? AND kind = ? AND at >= ? AND at < ?
      GROUP BY currency ORDER BY currency
      """;

  @Override
  public Figures between(Sql sql, int tenant, Instant from, Instant to) {
    return sql.one(
            COUNTS,
            row ->
                new Figures(
                    row.longValue("leads"),
                    row.longValue("quotes"),
                    row.longValue("confirmed"),
                    row.longValue("seats"),
                    sums(sql, tenant, "payment", from, to),
                    sums(sql, tenant, "refund", from, to)),
            tenant,
            from,
            to,
            tenant,
            from,
            to,
            tenant,
            from,
            to)
        .orElseThrow();
  }

  private static List<Sum> sums(Sql sql, int tenant, String kind, Instant from, Instant to) {
    return sql.list(
        SUMS, row -> new Sum(row.text("currency"), row.longValue("minor")), tenant, kind, from, to);
  }
}
