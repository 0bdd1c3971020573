package travel.opslayer.capability.help;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.conversation.Person;

/** What somebody is concerned with now, by their role: codes, the most urgent first. */
@Singleton
final class ConcernRepository {

  /** A duty is of today while it is at most so far away. */
  private static final Duration NEAR = Duration.ofHours(18);

  private static final String BOOKINGS =
      """
      SELECT b.code FROM core.bookings b
      JOIN core.departures d ON d.tenant_id = b.tenant_id AND d.code = b.departure
      WHERE b.tenant_id = ? AND b.person_id = ? AND d.ends_on >= ?
        AND b.state IN ('on_hold', 'pending', 'confirmed')
      ORDER BY d.starts_on, b.code LIMIT ?
      """;

  private static final String PLACES =
      """
      SELECT code FROM core.waitlist
      WHERE tenant_id = ? AND person_id = ? AND state IN ('waiting', 'offered')
      ORDER BY state, code LIMIT ?
      """;

  private static final String OFFERS =
      """
      SELECT q.code FROM core.quotes q
      JOIN core.quote_revisions r ON r.tenant_id = q.tenant_id AND r.quote_id = q.id
      WHERE q.tenant_id = ? AND q.person_id = ? AND r.state = 'sent' AND r.valid_until > ?
      ORDER BY r.valid_until, q.code LIMIT ?
      """;

  private static final String JOBS =
      """
      SELECT code FROM crew
      WHERE tenant_id = ? AND person_id = ? AND state = 'offered' AND respond_by > ?
      ORDER BY respond_by, code LIMIT ?
      """;

  private static final String TRIPS =
      """
      SELECT trip AS code FROM crew
      WHERE tenant_id = ? AND person_id = ? AND state IN ('accepted', 'checked_in')
        AND starts_at < ? AND ends_at > ?
      ORDER BY starts_at, trip LIMIT ?
      """;

  private static final String THEIR_INCIDENTS =
      """
      SELECT i.code FROM incidents i
      WHERE i.tenant_id = ? AND i.state <> 'closed' AND i.trip IN
        (SELECT c.trip FROM crew c WHERE c.tenant_id = i.tenant_id AND c.person_id = ?
          AND c.state IN ('accepted', 'checked_in'))
      ORDER BY i.opened_at DESC, i.code LIMIT ?
      """;

  private static final String DRAFTS =
      """
      SELECT DISTINCT q.code FROM core.quotes q
      JOIN core.leads l ON l.tenant_id = q.tenant_id AND l.id = q.lead_id
      JOIN core.quote_revisions r ON r.tenant_id = q.tenant_id AND r.quote_id = q.id
      WHERE q.tenant_id = ? AND l.owner_id = ?
        AND r.state IN ('draft', 'pending_approval', 'approved')
      ORDER BY q.code LIMIT ?
      """;

  private static final String LEADS =
      """
      SELECT code FROM core.leads
      WHERE tenant_id = ? AND owner_id = ? AND state NOT IN ('won', 'lost', 'merged')
      ORDER BY last_asked_at DESC, code LIMIT ?
      """;

  private static final String APPROVALS =
      """
      SELECT code FROM approvals WHERE tenant_id = ? AND state = 'pending' AND expires_at > ?
      ORDER BY expires_at, code LIMIT ?
      """;

  private static final String INCIDENTS =
      """
      SELECT code FROM incidents WHERE tenant_id = ? AND state <> 'closed'
      ORDER BY opened_at DESC, code LIMIT ?
      """;

  private static final String DEPARTURES =
      """
      SELECT code FROM core.departures
      WHERE tenant_id = ? AND starts_on > ? AND price_minor IS NOT NULL
        AND state IN ('open', 'guaranteed', 'closing', 'closed')
      ORDER BY starts_on, code LIMIT ?
      """;

  /**
   * @param most of each kind
   */
  List<String> of(ActionCall call, int most) {
    var person = call.person();
    return switch (person.role()) {
      case "customer" -> customer(call, person, most);
      case "field" -> field(call, person, most);
      case "sales" ->
          Stream.of(list(call, DRAFTS, person.id(), most), list(call, LEADS, person.id(), most))
              .flatMap(List::stream)
              .toList();
      default ->
          Stream.of(
                  list(call, APPROVALS, call.now(), most),
                  list(call, INCIDENTS, most),
                  list(call, DEPARTURES, call.desk().today(), most))
              .flatMap(List::stream)
              .toList();
    };
  }

  private static List<String> customer(ActionCall call, Person person, int most) {
    return Stream.of(
            list(call, PLACES, person.id(), most),
            list(call, OFFERS, person.id(), call.now(), most),
            list(call, BOOKINGS, person.id(), call.desk().today(), most))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> field(ActionCall call, Person person, int most) {
    var now = call.now();
    return Stream.of(
            list(call, JOBS, person.id(), now, most),
            list(call, THEIR_INCIDENTS, person.id(), most),
            list(call, TRIPS, person.id(), now.plus(NEAR), now.minus(NEAR), most))
        .flatMap(List::stream)
        .toList();
  }

  /** The tenant comes first. */
  private static List<String> list(ActionCall call, String select, @Nullable Object... values) {
    var all = new java.util.ArrayList<@Nullable Object>(List.of(call.tenant()));
    all.addAll(java.util.Arrays.asList(values));
    return call.sql().list(select, row -> row.text("code"), all.toArray());
  }
}
