package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code checkouts}. */
@Singleton
public final class CheckoutRepository {

  private static final String SELECT =
      """
      SELECT crew_id, trip, asked_at, dropped, km, km_photo, ended_at, trust, overtime, left_open,
        version
      FROM checkouts WHERE tenant_id = ?
      """;

  public Optional<Checkout> of(Sql sql, int tenant, UUID crew) {
    return sql.one(SELECT + "AND crew_id = ?", CheckoutRepository::checkout, tenant, crew);
  }

  public List<Checkout> onTrip(Sql sql, int tenant, String trip) {
    return sql.list(
        SELECT + "AND trip = ? ORDER BY asked_at", CheckoutRepository::checkout, tenant, trip);
  }

  /** They want to end their work; the first time counts. */
  public Checkout ask(Sql sql, int tenant, Duty duty, Instant at) {
    sql.update(
        """
        INSERT INTO checkouts (tenant_id, crew_id, trip, asked_at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        tenant,
        duty.id(),
        duty.trip(),
        at);
    return of(sql, tenant, duty.id()).orElseThrow();
  }

  /** What they tell; what they do not tell now stays. */
  public Checkout tell(
      Sql sql,
      int tenant,
      Checkout it,
      @Nullable Integer dropped,
      @Nullable Integer km,
      @Nullable UUID kmPhoto) {
    sql.update(
        """
        UPDATE checkouts SET dropped = coalesce(?, dropped), km = coalesce(?, km),
          km_photo = coalesce(?, km_photo), version = version + 1
        WHERE tenant_id = ? AND crew_id = ?
        """,
        dropped,
        km,
        kmPhoto,
        tenant,
        it.crew());
    return of(sql, tenant, it.crew()).orElseThrow();
  }

  /** They were done then, and so many minutes are paid beyond the plan. */
  public Checkout end(
      Sql sql, int tenant, Checkout it, Instant at, String trust, int overtime, String leftOpen) {
    sql.update(
        """
        UPDATE checkouts SET ended_at = ?, trust = ?, overtime = ?, left_open = ?,
          version = version + 1
        WHERE tenant_id = ? AND crew_id = ?
        """,
        at,
        trust,
        overtime,
        leftOpen,
        tenant,
        it.crew());
    return of(sql, tenant, it.crew()).orElseThrow();
  }

  /** What the odometer of the vehicle of this trip said the last time, on another trip. */
  public Optional<Integer> lastKm(Sql sql, int tenant, Trip trip) {
    return sql.one(
        """
        SELECT km FROM checkouts c JOIN trips t ON t.tenant_id = c.tenant_id AND t.code = c.trip
        WHERE c.tenant_id = ? AND t.vehicle = ? AND t.vehicle <> '' AND t.code <> ?
          AND c.km IS NOT NULL AND c.ended_at IS NOT NULL
        ORDER BY c.ended_at DESC LIMIT 1
        """,
        row -> row.integer("km"),
        tenant,
        trip.vehicle(),
        trip.code());
  }

  private static Checkout checkout(Row row) {
    return new Checkout(
        row.uuid("crew_id"),
        row.text("trip"),
        row.instant("asked_at"),
        row.integerOrNull("dropped"),
        row.integerOrNull("km"),
        row.uuidOrNull("km_photo"),
        row.instantOrNull("ended_at"),
        row.textOrNull("trust"),
        row.integerOrNull("overtime"),
        row.text("left_open"),
        row.integer("version"));
  }
}
