package travel.opslayer.travelcore.bundled.seats;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.Seats;
import travel.opslayer.travelcore.seats.Waitlist;

/** A company with departures, whose seats are asked for one by one or by many at once. */
final class SeatOffice implements AutoCloseable {

  static final int TENANT = 1;
  static final Instant NOW = Instant.parse("2026-11-08T03:15:00Z");

  private final ApplicationContext context =
      ApplicationContext.run(withWorkersOff(TestPostgres.properties()));
  final Database database = context.getBean(Database.class);
  final Seats seats = context.getBean(Seats.class);
  final Waitlist waitlist = context.getBean(Waitlist.class);

  private static Map<String, Object> withWorkersOff(Map<String, Object> database) {
    var all = new java.util.HashMap<>(database);
    all.put("opslayer.workers", "false");
    all.put("opslayer.demo", "false");
    all.put("datasources.default.maximum-pool-size", 20);
    return all;
  }

  SeatOffice departure(String code, int capacity) {
    database.change(
        TENANT,
        sql -> {
          sql.update(
              """
              INSERT INTO core.products (tenant_id, code, name, names) VALUES (?, 'T', 'Trek', '{}')
              ON CONFLICT DO NOTHING
              """,
              TENANT);
          sql.update(
              """
              INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone,
                state, capacity)
              VALUES (?, ?, 'T', '2027-03-15', '2027-03-28', 'Asia/Kathmandu', 'open', ?)
              """,
              TENANT,
              code,
              capacity);
        });
    return this;
  }

  static Command command(UUID id, Instant now) {
    return new Command(TENANT, id, now);
  }

  <T> T write(Function<Sql, T> work) {
    return database.write(TENANT, work);
  }

  /** A new command in a transaction of its own. */
  <T> T give(BiFunction<Sql, Command, T> work) {
    return database.write(TENANT, sql -> work.apply(sql, command(UUID.randomUUID(), NOW)));
  }

  CoreResult<Hold> hold(UUID id, String departure, int party, Instant now, Instant until) {
    return write(
        sql -> seats.hold(sql, command(id, now), departure, party, Hold.FOR_BOOKING, until));
  }

  CoreResult<Hold> hold(String departure, int party) {
    return hold(UUID.randomUUID(), departure, party, NOW, NOW.plusSeconds(3600));
  }

  /** What the counters say, beside what they are made of. */
  record Tally(int held, int booked, int waiting, int activeSeats, int soldSeats, int inLine) {

    boolean isTrue() {
      return held == activeSeats && booked == soldSeats && waiting == inLine;
    }
  }

  Tally tally(String departure) {
    return database.read(
        TENANT,
        sql ->
            sql.one(
                    """
                    SELECT held, booked, waiting,
                      (SELECT coalesce(sum(party), 0)::int FROM core.holds h
                       WHERE h.departure = d.code AND h.state = 'active') AS active,
                      (SELECT coalesce(sum(party), 0)::int FROM core.holds h
                       WHERE h.departure = d.code AND h.state = 'consumed') AS sold,
                      (SELECT count(*)::int FROM core.waitlist w
                       WHERE w.departure = d.code AND w.state = 'waiting') AS in_line
                    FROM core.departures d WHERE code = ?
                    """,
                    row ->
                        new Tally(
                            row.integer("held"),
                            row.integer("booked"),
                            row.integer("waiting"),
                            row.integer("active"),
                            row.integer("sold"),
                            row.integer("in_line")),
                    departure)
                .orElseThrow());
  }

  @Override
  public void close() {
    context.close();
  }
}
