package travel.opslayer.capability.inventory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;

/** The table {@code staff_requests}. */
@Singleton
final class RequestRepository {

  private static final String SELECT =
      """
      SELECT id, code, whole_id, place, person_id, action, departure, seen, customer_id, party,
        choices, state, until, was, told, withdrawn, offer_until, done_at, version
      FROM staff_requests WHERE tenant_id = ?
      """;

  Optional<Request> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", RequestRepository::request, tenant, code);
  }

  List<Request> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)",
            RequestRepository::request,
            tenant,
            Sql.array("text", codes));
  }

  /** What these people have asked and is not over, or can still be undone, the oldest first. */
  List<Request> lately(Sql sql, int tenant, Collection<UUID> people, Instant now) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT
                + "AND person_id = ANY(?) AND until > ?"
                + " ORDER BY coalesce(done_at, '-infinity'), code",
            RequestRepository::request,
            tenant,
            Sql.array("uuid", people),
            now);
  }

  /** The last thing that somebody did, however long ago. */
  Optional<Request> lastDone(Sql sql, int tenant, UUID person) {
    return sql
        .list(
            SELECT + "AND person_id = ? AND done_at IS NOT NULL ORDER BY done_at DESC LIMIT 1",
            RequestRepository::request,
            tenant,
            person)
        .stream()
        .findFirst();
  }

  /** All that came in one message, in their order. */
  List<Request> ofWhole(Sql sql, int tenant, UUID whole) {
    return sql.list(
        SELECT + "AND whole_id = ? ORDER BY place", RequestRepository::request, tenant, whole);
  }

  /** A new one; the turn taken again adds the same. */
  Request add(Sql sql, int tenant, Request it, Instant now) {
    sql.update(
        """
        INSERT INTO staff_requests (tenant_id, id, code, whole_id, place, person_id, action,
          choices, state, until, told, withdrawn, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, '{}', 'open', ?, '{}', '{}', 1)
        """,
        tenant,
        it.id(),
        NumberRepository.next(sql, tenant, "OP"),
        it.whole(),
        it.place(),
        it.person(),
        it.action(),
        now);
    return save(sql, tenant, it, Request.OPEN);
  }

  /**
   * As it is now.
   *
   * @param from the state that it must have had, so that what is done is done once
   */
  Request save(Sql sql, int tenant, Request it, String from) {
    return sql
        .list(
            """
            UPDATE staff_requests SET departure = ?, seen = ?, customer_id = ?, party = ?,
              choices = ?, state = ?, until = ?, was = ?, told = ?, withdrawn = ?,
              offer_until = ?, done_at = ?, version = ?
            WHERE tenant_id = ? AND id = ? AND state = ?
            RETURNING id, code, whole_id, place, person_id, action, departure, seen, customer_id,
              party, choices, state, until, was, told, withdrawn, offer_until, done_at, version
            """,
            RequestRepository::request,
            it.departure(),
            it.seen(),
            it.customer(),
            it.party(),
            Sql.array("text", it.choices()),
            it.state(),
            it.until(),
            it.was(),
            Sql.array("text", it.told()),
            Sql.array("text", it.withdrawn()),
            it.offerUntil(),
            it.doneAt(),
            it.version(),
            tenant,
            it.id(),
            from)
        .stream()
        .findFirst()
        .orElseThrow(() -> new TryAgain("Request %s has changed.".formatted(it.code())));
  }

  private static Request request(Row row) {
    return new Request(
        row.uuid("id"),
        row.text("code"),
        row.uuid("whole_id"),
        row.integer("place"),
        row.uuid("person_id"),
        row.text("action"),
        row.textOrNull("departure"),
        row.integerOrNull("seen"),
        row.uuidOrNull("customer_id"),
        row.integerOrNull("party"),
        row.texts("choices"),
        row.text("state"),
        row.instant("until"),
        row.textOrNull("was"),
        row.texts("told"),
        row.texts("withdrawn"),
        row.instantOrNull("offer_until"),
        row.instantOrNull("done_at"),
        row.integer("version"));
  }
}
