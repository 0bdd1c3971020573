package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** Who could work on a trip, and who was shown or asked in which order. */
@Singleton
final class CandidateRepository {

  private static final String GUIDE = "guide";
  private static final String DRIVER = "driver";
  private static final String LICENCE = "lead_licence";
  private static final String FIRST_AID = "first_aid";

  /**
   * Somebody of the field.
   *
   * @param code a word that colleagues use, such as MINGMA
   * @param busy whether they work at that time
   * @param lastEnd of their last trip before it; null when there was none lately
   * @param nextStart of their next trip after it; null when there is none
   * @param trips in that month
   * @param asked whether they were asked for it, and said no, did not answer or were taken off
   */
  record Candidate(
      UUID person,
      String code,
      List<String> skills,
      List<String> languages,
      boolean busy,
      @Nullable Instant lastEnd,
      @Nullable Instant nextStart,
      int trips,
      boolean asked) {

    boolean isLicensed() {
      return skills.contains(LICENCE);
    }

    boolean knowsFirstAid() {
      return skills.contains(FIRST_AID);
    }

    /** Null where no other trip is near. */
    @Nullable Long rest(Trip trip) {
      var before = lastEnd == null ? null : Duration.between(lastEnd, trip.startsAt()).toMinutes();
      var after = nextStart == null ? null : Duration.between(trip.endsAt(), nextStart).toMinutes();
      return before == null
          ? after
          : after == null ? before : Long.valueOf(Math.min(before, after));
    }

    CandidateFact fact(Trip trip, String role, Set<String> spoken) {
      return new CandidateFact(
          busy,
          skills.contains(role.equals(Duty.DRIVER) ? DRIVER : GUIDE),
          isLicensed(),
          asked,
          rest(trip),
          languages.containsAll(spoken),
          trips);
    }
  }

  /**
   * Who was shown to a colleague last.
   *
   * @param role as what
   */
  record Shown(String trip, String role, Instant at) {}

  /** Everybody of the field who can do something, in the order of their codes. */
  List<Candidate> all(Sql sql, int tenant, Trip trip, String role) {
    var start = trip.startsAt();
    var end = trip.endsAt();
    var month = start.atZone(trip.zone()).with(TemporalAdjusters.firstDayOfMonth());
    var first = month.toLocalDate().atStartOfDay(trip.zone());
    return sql.list(
        """
        WITH theirs AS (
          SELECT person_id, trip, role, state, starts_at, ends_at FROM crew WHERE tenant_id = ?),
        at_work AS (
          SELECT * FROM theirs WHERE state IN ('accepted', 'checked_in', 'checked_out'))
        SELECT p.id, p.code,
          ARRAY(SELECT skill FROM crew_skills s WHERE s.tenant_id = p.tenant_id
            AND s.person_id = p.id ORDER BY skill) AS skills,
          ARRAY(SELECT language FROM person_languages l WHERE l.tenant_id = p.tenant_id
            AND l.person_id = p.id ORDER BY language) AS languages,
          EXISTS (SELECT FROM at_work w WHERE w.person_id = p.id AND w.state <> 'checked_out'
            AND tstzrange(w.starts_at, w.ends_at) && tstzrange(?, ?)) AS busy,
          (SELECT max(ends_at) FROM at_work w WHERE w.person_id = p.id AND w.trip <> ?
            AND ends_at BETWEEN ? AND ?) AS last_end,
          (SELECT min(starts_at) FROM at_work w WHERE w.person_id = p.id AND w.trip <> ?
            AND starts_at BETWEEN ? AND ?) AS next_start,
          (SELECT count(*)::int FROM at_work w WHERE w.person_id = p.id
            AND starts_at >= ? AND starts_at < ?) AS trips,
          EXISTS (SELECT FROM theirs t WHERE t.person_id = p.id AND t.trip = ? AND t.role = ?
            AND t.state IN ('declined', 'lapsed', 'removed')) AS asked
        FROM people p JOIN person_roles r
          ON r.tenant_id = p.tenant_id AND r.person_id = p.id AND r.role = 'field'
        WHERE p.tenant_id = ? AND p.code IS NOT NULL AND p.id IN
          (SELECT person_id FROM crew_skills s WHERE s.tenant_id = p.tenant_id)
        ORDER BY p.code
        """,
        CandidateRepository::candidate,
        tenant,
        start,
        end,
        trip.code(),
        start.minus(NEAR),
        start,
        trip.code(),
        end,
        end.plus(NEAR),
        first.toInstant(),
        first.plusMonths(1).toInstant(),
        trip.code(),
        role,
        tenant);
  }

  /** Further away nobody is tired of it any more. */
  private static final Duration NEAR = Duration.ofDays(7);

  /** How many guests speak what, as far as whoever booked for them tells. */
  Map<String, Integer> spoken(Sql sql, int tenant, String trip) {
    var all = new HashMap<String, Integer>();
    sql.list(
            """
            SELECT p.language, sum(g.party)::int AS guests FROM trip_guests g JOIN people p
              ON p.tenant_id = g.tenant_id AND p.id = g.person_id AND p.language IS NOT NULL
            WHERE g.tenant_id = ? AND g.trip = ? GROUP BY p.language
            """,
            row -> Map.entry(row.text("language"), row.integer("guests")),
            tenant,
            trip)
        .forEach(it -> all.put(it.getKey(), it.getValue()));
    return all;
  }

  /** One line of a ranking; the same again is the same. */
  void keep(
      Sql sql, int tenant, UUID ranking, int place, Shown about, Ranking.Ranked it, UUID askedBy) {
    var fact = it.fact();
    sql.update(
        """
        INSERT INTO assignment_candidates (tenant_id, ranking_id, place, trip, role, person_id, fit,
          reasons, rest_minutes, licensed, speaks, duties_month, asked_by, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        ranking,
        place,
        about.trip(),
        about.role(),
        it.candidate().person(),
        it.fit().word(),
        Sql.array("text", it.reasons()),
        fact.rest(),
        fact.licensed(),
        fact.speaks(),
        (int) fact.trips(),
        askedBy,
        about.at());
  }

  Optional<Shown> lastShown(Sql sql, int tenant, UUID askedBy) {
    return sql
        .list(
            """
            SELECT trip, role, at FROM assignment_candidates WHERE tenant_id = ? AND asked_by = ?
            ORDER BY at DESC LIMIT 1
            """,
            row -> new Shown(row.text("trip"), row.text("role"), row.instant("at")),
            tenant,
            askedBy)
        .stream()
        .findFirst();
  }

  private static Candidate candidate(Row row) {
    return new Candidate(
        row.uuid("id"),
        row.text("code"),
        row.texts("skills"),
        row.texts("languages"),
        row.bool("busy"),
        row.instantOrNull("last_end"),
        row.instantOrNull("next_start"),
        row.integer("trips"),
        row.bool("asked"));
  }
}
