package travel.opslayer.evidence;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.database.Sql;

/** Which codes belong to one thing: what was paid for a booking, who works on a trip. */
@Singleton
final class RelatedRepository {

  private static final Duration BEFORE = Duration.ofDays(1);

  private static final String BOOKING =
      """
      SELECT q.code FROM core.bookings b
        JOIN core.quotes q ON q.tenant_id = b.tenant_id AND q.id = b.quote_id
        WHERE b.tenant_id = ? AND b.code = ?
      UNION SELECT l.code FROM core.bookings b
        JOIN core.leads l ON l.tenant_id = b.tenant_id AND l.id = b.lead_id
        WHERE b.tenant_id = ? AND b.code = ?
      UNION SELECT code FROM payments WHERE tenant_id = ? AND booking = ?
      UNION SELECT code FROM refunds WHERE tenant_id = ? AND booking = ?
      UNION SELECT code FROM booking_changes WHERE tenant_id = ? AND booking = ?
      UNION SELECT code FROM feedback WHERE tenant_id = ? AND booking = ?
      """;

  private static final String TRIP =
      """
      SELECT code FROM crew WHERE tenant_id = ? AND trip = ?
      UNION SELECT code FROM incidents WHERE tenant_id = ? AND trip = ?
      UNION SELECT code FROM overtime WHERE tenant_id = ? AND trip = ?
      UNION SELECT code FROM expenses WHERE tenant_id = ? AND trip = ?
      UNION SELECT code FROM feedback WHERE tenant_id = ? AND trip = ?
      """;

  private static final String VOTED =
      "SELECT code FROM approvals WHERE tenant_id = ? AND subject = ANY(?) ORDER BY code";

  /** The thing first; empty when there is none of this code. */
  Optional<List<String>> of(Sql sql, int tenant, String code) {
    var kind = Kind.of(code);
    if (kind.isEmpty() || !isThere(sql, tenant, code, kind.get())) {
      return Optional.empty();
    }
    var own =
        switch (kind.get()) {
          case BOOKING -> codes(sql, BOOKING, 6, tenant, code);
          case TRIP -> codes(sql, TRIP, 5, tenant, code);
          case INCIDENT -> List.<String>of();
        };
    var all = Stream.concat(Stream.of(code), own.stream()).toList();
    var votes = sql.list(VOTED, row -> row.text("code"), tenant, Sql.array("text", all));
    return Optional.of(Stream.concat(all.stream(), votes.stream()).distinct().toList());
  }

  /** Of what else is spoken where it is spoken of: the trip on which it went wrong. */
  List<String> named(Sql sql, int tenant, String code) {
    return sql.list(
        "SELECT trip FROM incidents WHERE tenant_id = ? AND code = ? AND trip IS NOT NULL",
        row -> row.text("trip"),
        tenant,
        code);
  }

  /** A day before the first decision about any of it: what led there was said in that day. */
  Instant since(Sql sql, int tenant, List<String> codes) {
    return sql.one(
            "SELECT min(at) AS at FROM decisions WHERE tenant_id = ? AND subject = ANY(?)",
            row -> Optional.ofNullable(row.instantOrNull("at")),
            tenant,
            Sql.array("text", codes))
        .flatMap(it -> it)
        .map(it -> it.minus(BEFORE))
        .orElse(Instant.EPOCH);
  }

  /** Is there a thing of this code? */
  boolean isThere(Sql sql, int tenant, String code, Kind kind) {
    var table =
        switch (kind) {
          case BOOKING -> "core.bookings";
          case TRIP -> "trips";
          case INCIDENT -> "incidents";
        };
    return sql.one(
            "SELECT code FROM " + table + " WHERE tenant_id = ? AND code = ?",
            row -> row.text("code"),
            tenant,
            code)
        .isPresent();
  }

  /**
   * @param times how often tenant and code stand in it
   */
  private static List<String> codes(Sql sql, String select, int times, int tenant, String code) {
    var values =
        Collections.nCopies(times, List.<Object>of(tenant, code)).stream().flatMap(List::stream);
    return sql.list(select, row -> row.text("code"), values.toArray());
  }
}
