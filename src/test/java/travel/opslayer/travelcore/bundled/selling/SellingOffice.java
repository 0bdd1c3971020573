package travel.opslayer.travelcore.bundled.selling;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.seats.Seats;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Bookings.Order;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;
import travel.opslayer.travelcore.selling.Ledger.Posting;
import travel.opslayer.travelcore.selling.Money;
import travel.opslayer.travelcore.selling.Quotes;
import travel.opslayer.travelcore.selling.Quotes.Terms;
import travel.opslayer.travelcore.selling.Travellers;

/** A company that sells treks for 1,450 dollars, to one after the other or to many at once. */
final class SellingOffice implements AutoCloseable {

  static final int TENANT = 1;
  static final Instant NOW = Instant.parse("2026-11-09T03:30:00Z");
  static final Instant TOMORROW = NOW.plusSeconds(86_400);
  static final LocalDate TODAY = LocalDate.of(2026, 11, 9);
  static final long UNIT = 145_000;

  private final ApplicationContext context;
  final Database database;
  final Quotes quotes;
  final Bookings bookings;
  final Ledger ledger;
  final Travellers travellers;
  final Seats seats;
  final Waitlist waitlist;

  SellingOffice() {
    var all = new HashMap<>(TestPostgres.properties());
    all.put("opslayer.workers", "false");
    all.put("opslayer.demo", "false");
    all.put("datasources.default.maximum-pool-size", 20);
    context = ApplicationContext.run(all);
    database = context.getBean(Database.class);
    quotes = context.getBean(Quotes.class);
    bookings = context.getBean(Bookings.class);
    ledger = context.getBean(Ledger.class);
    travellers = context.getBean(Travellers.class);
    seats = context.getBean(Seats.class);
    waitlist = context.getBean(Waitlist.class);
  }

  SellingOffice departure(String code, int capacity) {
    database.change(TENANT, sql -> departure(sql, code, capacity));
    return this;
  }

  static void departure(Sql sql, String code, int capacity) {
    sql.update(
        """
        INSERT INTO core.products (tenant_id, code, name, names) VALUES (?, 'T', 'Trek', '{}')
        ON CONFLICT DO NOTHING
        """,
        TENANT);
    sql.update(
        """
        INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone, state,
          capacity)
        VALUES (?, ?, 'T', '2027-03-15', '2027-03-28', 'Asia/Kathmandu', 'open', ?)
        """,
        TENANT,
        code,
        capacity);
  }

  UUID lead() {
    var leads = context.getBean(Leads.class);
    var wish =
        new Leads.Wish(UUID.randomUUID(), "T", null, 2, null, null, List.of(), "es", "whatsapp");
    return write(sql -> leads.create(sql, TENANT, UUID.randomUUID(), wish, NOW)).id();
  }

  static Terms terms(String departure, int party, int discount) {
    var total = Money.total(UNIT, party, discount);
    return new Terms(departure, party, UNIT, discount, Money.part(total, 2000), "USD", TOMORROW);
  }

  static Order order(String departure, int party) {
    return new Order(
        null, UUID.randomUUID(), departure, party, UNIT * party, UNIT * party / 5, "USD", TODAY);
  }

  <T> T write(Function<Sql, T> work) {
    return database.write(TENANT, work);
  }

  /** A new command in a transaction of its own. */
  <T> T give(BiFunction<Sql, Command, T> work) {
    return at(NOW, work);
  }

  <T> T at(Instant now, BiFunction<Sql, Command, T> work) {
    return write(sql -> work.apply(sql, command(now)));
  }

  static Command command(Instant now) {
    return new Command(TENANT, UUID.randomUUID(), now);
  }

  Booking hold(String departure, int party) {
    return give((sql, it) -> bookings.hold(sql, it, order(departure, party), TOMORROW))
        .done()
        .orElseThrow();
  }

  Booking sold(String departure, int party) {
    var held = hold(departure, party);
    return give((sql, it) -> bookings.confirm(sql, it, held)).done().orElseThrow();
  }

  CoreResult<Entry> post(Booking booking, String kind, long amount, String reference) {
    return give(
        (sql, it) ->
            ledger.post(sql, it, new Posting(booking.id(), kind, amount, "USD", reference)));
  }

  Balance balance(Booking booking) {
    return write(sql -> ledger.balance(sql, TENANT, booking.id())).orElseThrow();
  }

  Booking look(Booking booking) {
    return write(sql -> bookings.byCode(sql, TENANT, booking.code())).orElseThrow();
  }

  /** The counters of a departure, beside the bookings that they are made of. */
  record Tally(int held, int booked, int onHold, int sold) {

    boolean isTrue() {
      return held == onHold && booked == sold;
    }
  }

  Tally tally(String departure) {
    return write(sql -> tally(sql, departure));
  }

  static Tally tally(Sql sql, String departure) {
    return sql.one(
            """
            SELECT held, booked,
              (SELECT coalesce(sum(party), 0)::int FROM core.bookings b
               WHERE b.tenant_id = d.tenant_id AND b.departure = d.code
                 AND b.state = 'on_hold') AS on_hold,
              (SELECT coalesce(sum(party), 0)::int FROM core.bookings b
               WHERE b.tenant_id = d.tenant_id AND b.departure = d.code
                 AND b.state IN ('pending', 'confirmed', 'redeemed')) AS sold
            FROM core.departures d WHERE tenant_id = ? AND code = ?
            """,
            row ->
                new Tally(
                    row.integer("held"),
                    row.integer("booked"),
                    row.integer("on_hold"),
                    row.integer("sold")),
            TENANT,
            departure)
        .orElseThrow();
  }

  static <T> List<T> together(int clients, IntFunction<T> client)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var tasks = new ArrayList<Callable<T>>();
      for (var i = 0; i < clients; i++) {
        var number = i;
        tasks.add(() -> client.apply(number));
      }
      var results = new ArrayList<T>();
      for (var it : threads.invokeAll(tasks)) {
        results.add(it.get());
      }
      return results;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
