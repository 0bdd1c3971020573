package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code crew}: who works on which trip. */
@Singleton
public final class CrewRepository {

  private static final String SELECT =
      """
      SELECT id, code, trip, person_id, role, state, starts_at, ends_at, respond_by, pay_minor,
        currency, checked_in_at, checked_out_at, version
      FROM crew WHERE tenant_id = ?
      """;

  /** What of {@link Duty} is known when it begins. */
  public record Draft(
      String trip,
      UUID person,
      String role,
      Instant startsAt,
      Instant endsAt,
      @Nullable Instant respondBy,
      @Nullable Long payMinor,
      @Nullable String currency) {}

  /** What these people have accepted, or are asked, and is on between two moments, in order. */
  public List<Duty> of(Sql sql, int tenant, Collection<UUID> people, Instant from, Instant to) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT
                + """
                AND person_id = ANY(?) AND ends_at > ? AND starts_at < ?
                AND state IN ('offered', 'accepted', 'checked_in', 'checked_out')
                ORDER BY starts_at, code
                """,
            CrewRepository::duty,
            tenant,
            Sql.array("uuid", people),
            from,
            to);
  }

  /** Everybody who was ever asked for it, the first first. */
  public List<Duty> onTrip(Sql sql, int tenant, String trip) {
    return sql.list(
        SELECT + "AND trip = ? ORDER BY created_at, code", CrewRepository::duty, tenant, trip);
  }

  public Optional<Duty> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", CrewRepository::duty, tenant, code);
  }

  /**
   * A new one.
   *
   * @param id the same again is the same one
   * @param state proposed or offered
   */
  public Duty add(Sql sql, int tenant, UUID id, Draft draft, String state, Instant now) {
    sql.update(
        """
        INSERT INTO crew (tenant_id, id, code, trip, person_id, role, state, starts_at, ends_at,
          respond_by, pay_minor, currency, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "AS"),
        draft.trip(),
        draft.person(),
        draft.role(),
        state,
        draft.startsAt(),
        draft.endsAt(),
        draft.respondBy(),
        draft.payMinor(),
        draft.currency(),
        now);
    return sql.one(SELECT + "AND id = ?", CrewRepository::duty, tenant, id).orElseThrow();
  }

  /**
   * Where it stands now. Empty when it has changed in the meantime, or the same person works
   * somewhere else at that time.
   *
   * @param at when they checked in or out, where that is what has happened
   */
  public Optional<Duty> move(Sql sql, int tenant, Duty duty, String to, Instant at) {
    var written =
        sql.update(
            """
            UPDATE crew c SET state = ?, version = version + 1,
              checked_in_at = CASE WHEN ? THEN ? WHEN ? THEN NULL ELSE checked_in_at END,
              checked_out_at = CASE WHEN ? THEN ? ELSE checked_out_at END
            WHERE tenant_id = ? AND id = ? AND version = ? AND NOT (? AND EXISTS (
              SELECT FROM crew o WHERE o.tenant_id = c.tenant_id AND o.person_id = c.person_id
                AND o.id <> c.id AND o.state IN ('accepted', 'checked_in')
                AND tstzrange(o.starts_at, o.ends_at) && tstzrange(c.starts_at, c.ends_at)))
            """,
            to,
            to.equals(Duty.CHECKED_IN),
            at,
            to.equals(Duty.ACCEPTED),
            to.equals(Duty.CHECKED_OUT),
            at,
            tenant,
            duty.id(),
            duty.version(),
            to.equals(Duty.ACCEPTED) || to.equals(Duty.CHECKED_IN));
    return written == 0 ? Optional.empty() : byCode(sql, tenant, duty.code());
  }

  /**
   * Until when it can be said yes to, and on which condition.
   *
   * @param maxGuests how many guests they may take along; null when as many as there are
   */
  public void terms(
      Sql sql, int tenant, Duty duty, @Nullable Instant respondBy, @Nullable Integer maxGuests) {
    sql.update(
        "UPDATE crew SET respond_by = ?, max_guests = ? WHERE tenant_id = ? AND id = ?",
        respondBy,
        maxGuests,
        tenant,
        duty.id());
  }

  /** How many guests they may take along; empty when as many as there are. */
  public Optional<Integer> maxGuests(Sql sql, int tenant, Duty duty) {
    return sql
        .list(
            "SELECT max_guests FROM crew WHERE tenant_id = ? AND id = ? AND max_guests IS NOT NULL",
            row -> row.integer("max_guests"),
            tenant,
            duty.id())
        .stream()
        .findFirst();
  }

  /** Those who have accepted, and have more guests than they may take along. */
  public List<Duty> overfull(Sql sql, int tenant) {
    return sql.list(
        SELECT
            + """
            AND max_guests IS NOT NULL AND state IN ('accepted', 'checked_in')
            AND max_guests < (SELECT guests FROM trips t WHERE t.tenant_id = crew.tenant_id
              AND t.code = crew.trip AND t.state IN ('planned', 'staffed', 'ready'))
            ORDER BY code
            """,
        CrewRepository::duty,
        tenant);
  }

  /** They checked in at another time than was thought. */
  public void correctCheckIn(Sql sql, int tenant, Duty duty, Instant at) {
    sql.update(
        "UPDATE crew SET checked_in_at = ?, version = version + 1 WHERE tenant_id = ? AND id = ?",
        at,
        tenant,
        duty.id());
  }

  private static Duty duty(Row row) {
    return new Duty(
        row.uuid("id"),
        row.text("code"),
        row.text("trip"),
        row.uuid("person_id"),
        row.text("role"),
        row.text("state"),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.instantOrNull("respond_by"),
        row.longOrNull("pay_minor"),
        row.textOrNull("currency"),
        row.instantOrNull("checked_in_at"),
        row.instantOrNull("checked_out_at"),
        row.integer("version"));
  }
}
