package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import travel.opslayer.House;
import travel.opslayer.database.Database;
import travel.opslayer.timer.DueTimers;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Bookings.Order;

/**
 * Two seats are held, the last ones, and the link is sent. Then in every order: it is paid, the
 * provider says so again, the hold ends, the customer writes, somebody else wants a seat. Each
 * order has a customer and a departure of its own, and all are played at the same time.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SeatOrdersTest {

  private static final String SARITA = "+9779805550201";
  private static final String DAY = "2026-11-09T10:00:00";
  private static final String ENDS = "expires";
  private static final List<String> EVENTS = List.of("paid", "again", ENDS, "message", "taken");

  private final House house = House.with(false, Map.of());
  private final Phones phones = new Phones(house);
  private final List<Played> all = new ArrayList<>();

  /** A customer and what happens to them, in this order. */
  private record Played(int number, List<String> order, StringBuilder link) {

    String phone() {
      return "+34600%06d".formatted(1000 + number);
    }

    String departure() {
      return "EBC-%02d%02d".formatted(5 + number / 20, 1 + number % 20);
    }

    boolean isBefore(String one, String other) {
      return order.indexOf(one) < order.indexOf(other);
    }

    /** The first of the two reports of the payment. */
    String report() {
      return isBefore("paid", "again") ? "paid" : "again";
    }

    /** Did somebody else ask while nobody had the seats? */
    boolean isTaken() {
      return isBefore(ENDS, "taken") && isBefore("taken", report());
    }
  }

  @BeforeAll
  void everybodyHasTheLastSeats() {
    phones.at(DAY);
    for (var order : Orders.of(EVENTS)) {
      all.add(new Played(all.size(), order, new StringBuilder()));
    }
    house.execute(
        """
        INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone, state,
          capacity, price_minor, currency)
        SELECT tenant_id, to_char(day, '"EBC-"MMDD'), product, day, day + 13, zone, state, 2,
          price_minor, currency
        FROM core.departures, generate_series(0, 119) n,
          make_date(2027, 5 + n / 20, 1 + n % 20) day
        WHERE code = 'EBC-0315'
        """);
    each(it -> phones.writes(it.phone(), it.phone() + " a", DAY, "EBC 2 personas 15 marzo"));
    var notices = phones.of(SARITA);
    each(it -> quote(it, notices));
    each(it -> phones.taps(it.phone(), it.phone() + " c", choice(it, "accept_quote@")));
    for (var it : all) {
      var text = phones.of(it.phone()).getLast().text();
      it.link().append(text.substring(text.indexOf("/p/")).split("\\s")[0]);
    }
    assertThat(bookings("on_hold")).isEqualTo(120);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void every_order_ends_in_a_consistent_ledger() {
    steps(true);
    phones.at("2026-11-10T10:00:01");
    DueTimers.fire(house);
    house.settle();
    steps(false);
    house.move(Duration.ofHours(2));
    house.settle();

    var taken = all.stream().filter(Played::isTaken).toList();
    assertThat(taken).hasSize(10);
    for (var it : all) {
      assertThat(end(it)).as("%s", it.order()).isEqualTo(expected(it));
    }
    assertThat(bookings("confirmed")).isEqualTo(110);
    neverOversold();
    everythingWasSaid();
  }

  private static String expected(Played it) {
    return it.isTaken()
        ? "expired, ledger payment 58000, refunds asked, deposits 0, late 1, kits 0, approvals 1"
        : it.isBefore(ENDS, it.report())
            ? "confirmed, ledger charge 290000 payment 58000, refunds , deposits 0, late 1, kits 1,"
                + " approvals 0"
            : "confirmed, ledger charge 290000 payment 58000, refunds , deposits 1, late 0, kits 1,"
                + " approvals 0";
  }

  private String end(Played it) {
    var booking =
        house
            .column(
                "SELECT code FROM core.bookings WHERE departure = ? ORDER BY created_at",
                it.departure())
            .getFirst();
    return "%s, ledger %s, refunds %s, deposits %d, late %d, kits %d, approvals %d"
        .formatted(
            house.column("SELECT state FROM core.bookings WHERE code = ?", booking).getFirst(),
            String.join(
                " ",
                house.column(
                    """
                    SELECT kind || ' ' || amount_minor FROM core.ledger l JOIN core.bookings b
                    ON b.id = l.booking_id WHERE b.code = ? ORDER BY kind
                    """,
                    booking)),
            String.join(" ", house.column("SELECT state FROM refunds WHERE booking = ?", booking)),
            told(it, "payment/deposit"),
            told(it, "payment/late"),
            told(it, "booking/welcome_kit"),
            house.count(
                "SELECT count(*) FROM approvals WHERE subject IN (SELECT code FROM refunds WHERE"
                    + " booking = ?)",
                booking));
  }

  /** The seats of a departure are those of its bookings, and no more than there are. */
  private void neverOversold() {
    assertThat(
            house.column(
                """
                SELECT d.code FROM core.departures d WHERE capacity = 2
                  AND (held + booked > capacity OR held + booked <>
                    (SELECT coalesce(sum(party), 0) FROM core.bookings b
                     WHERE b.departure = d.code AND b.state IN ('on_hold', 'confirmed')))
                """))
        .isEmpty();
    assertThat(house.count("SELECT count(*) FROM core.bookings WHERE state = 'on_hold'"))
        .isEqualTo(10);
  }

  private void everythingWasSaid() {
    assertThat(house.column("SELECT DISTINCT state FROM outbox")).containsExactly("accepted");
    assertThat(house.count("SELECT count(*) FROM dead_letters")).isZero();
    for (var it : all) {
      assertThat(phones.of(it.phone())).anyMatch(to -> !to.template().startsWith("payment/"));
    }
  }

  /** What comes before or after the end of the holds: the first of everybody, then the second. */
  private void steps(boolean before) {
    for (var step = 0; step < EVENTS.size(); step++) {
      var number = step;
      each(
          it -> {
            var part =
                before
                    ? it.order().subList(0, it.order().indexOf(ENDS))
                    : it.order().subList(it.order().indexOf(ENDS) + 1, EVENTS.size());
            if (number < part.size()) {
              happens(it, part.get(number));
            }
          });
    }
  }

  private void happens(Played it, String event) {
    switch (event) {
      case "message" ->
          phones.quotes(it.phone(), it.phone() + " m", null, now(), "como va mi reserva?");
      case "taken" -> take(it);
      default -> pay(it);
    }
  }

  private void pay(Played it) {
    var body =
        "{\"link\":\"%s\",\"id\":\"%s\",\"event\":\"succeeded\"}".formatted(it.link(), it.phone());
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var answer = house.post("/sandbox/payments", bytes, "content-type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  /** Somebody else wants one of the two, and gets it only while nobody has them. */
  private void take(Played it) {
    var order =
        new Order(
            null,
            new UUID(0, it.number()),
            it.departure(),
            1,
            145_000,
            29_000,
            "USD",
            LocalDate.of(2026, 11, 9));
    var got =
        house
            .bean(Database.class)
            .write(
                1,
                sql ->
                    house
                        .bean(Bookings.class)
                        .hold(
                            sql,
                            new Command(1, UUID.randomUUID(), house.now()),
                            order,
                            house.now().plus(Duration.ofDays(30))));
    assertThat(got.done().isPresent()).as("%s", it.order()).isEqualTo(it.isTaken());
  }

  private void each(Consumer<Played> what) {
    all.forEach(what);
    house.settle();
  }

  /** A colleague answers the notice about this customer. */
  private void quote(Played it, List<Phones.Shown> notices) {
    var lead = lead(it);
    var notice =
        notices.stream().filter(to -> to.text().contains(lead + " ")).findFirst().orElseThrow();
    phones.quotes(SARITA, it.phone() + " b", notice.id(), "quote %s x2".formatted(it.departure()));
  }

  private String lead(Played it) {
    return choice(it, "ask_quote@").substring("ask_quote@".length());
  }

  /** What they can tap below the last text. */
  private String choice(Played it, String action) {
    return phones.of(it.phone()).getLast().choices().stream()
        .filter(tap -> tap.startsWith(action))
        .findFirst()
        .orElseThrow();
  }

  private long bookings(String state) {
    return house.count(
        "SELECT count(*) FROM core.bookings WHERE party = 2 AND state" + " = ?", state);
  }

  private long told(Played it, String template) {
    return phones.of(it.phone()).stream().filter(to -> to.template().equals(template)).count();
  }

  private String now() {
    return house
        .now()
        .atOffset(ZoneOffset.ofHoursMinutes(5, 45))
        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
  }
}
