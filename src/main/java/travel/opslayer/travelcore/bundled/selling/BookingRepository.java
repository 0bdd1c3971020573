package travel.opslayer.travelcore.bundled.selling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings.Order;
import travel.opslayer.travelcore.selling.Quote;

/** The table {@code core.bookings}. */
final class BookingRepository {

  private static final String SELECT =
      """
      SELECT b.id, b.code, b.lead_id, b.quote_id, b.revision_id, b.person_id, b.departure, b.party,
        b.state, b.hold_id, h.until, b.extended, b.extended_seconds, b.graced, b.total_minor, b.deposit_minor, b.currency,
        b.terms_on, b.created_at, b.version, b.sold_by
      FROM core.bookings b JOIN core.holds h ON h.tenant_id = b.tenant_id AND h.id = b.hold_id
      WHERE b.tenant_id = ?
      """;

  private static final String HAS_SEATS = "AND b.state <> ALL(?) ORDER BY b.created_at, b.code";

  private BookingRepository() {}

  static Optional<Booking> find(Sql sql, int tenant, UUID id) {
    return sql.one(SELECT + "AND b.id = ?", BookingRepository::booking, tenant, id);
  }

  static List<Booking> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND b.code = ANY(?)",
            BookingRepository::booking,
            tenant,
            Sql.array("text", codes));
  }

  static List<Booking> openOf(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND b.person_id = ANY(?) " + HAS_SEATS,
            BookingRepository::booking,
            tenant,
            Sql.array("uuid", people),
            Sql.array("text", Booking.ENDED));
  }

  static List<Booking> onDeparture(Sql sql, int tenant, String departure) {
    return sql.list(
        SELECT + "AND b.departure = ? " + HAS_SEATS,
        BookingRepository::booking,
        tenant,
        departure,
        Sql.array("text", Booking.ENDED));
  }

  static List<Booking> onHold(Sql sql, int tenant) {
    return sql.list(
        SELECT + "AND b.state = 'on_hold' ORDER BY b.created_at, b.code",
        BookingRepository::booking,
        tenant);
  }

  static boolean isCharged(Sql sql, int tenant, UUID booking) {
    return !sql.list(
            "SELECT id FROM core.ledger WHERE tenant_id = ? AND booking_id = ? LIMIT 1",
            row -> row.uuid("id"),
            tenant,
            booking)
        .isEmpty();
  }

  /** All of a quote, the newest first. */
  static List<Booking> ofQuote(Sql sql, int tenant, UUID quote) {
    return sql.list(
        SELECT + "AND b.quote_id = ? ORDER BY b.created_at DESC",
        BookingRepository::booking,
        tenant,
        quote);
  }

  static boolean hasSeats(Sql sql, int tenant, UUID hold) {
    return sql.one(
            "SELECT code FROM core.bookings WHERE tenant_id = ? AND hold_id = ?",
            row -> row.text("code"),
            tenant,
            hold)
        .isPresent();
  }

  /** In the order of their codes, so nobody waits in a circle. */
  static void lockDepartures(Sql sql, int tenant, Collection<String> departures) {
    sql.list(
        """
        SELECT code FROM core.departures WHERE tenant_id = ? AND code = ANY(?)
        ORDER BY code FOR UPDATE
        """,
        row -> row.text("code"),
        tenant,
        Sql.array("text", departures));
  }

  static Booking add(Sql sql, Command command, Order order, Hold hold, @Nullable Quote quote) {
    sql.update(
        """
        INSERT INTO core.bookings (tenant_id, id, code, lead_id, quote_id, revision_id, person_id,
          departure, party, state, hold_id, total_minor, deposit_minor, currency, terms_on,
          created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'on_hold', ?, ?, ?, ?, ?, ?)
        """,
        command.tenant(),
        command.id(),
        NumberRepository.next(sql, command.tenant(), "BK"),
        order.lead(),
        quote == null ? null : quote.quote(),
        quote == null ? null : quote.id(),
        order.person(),
        order.departure(),
        order.party(),
        hold.id(),
        order.totalMinor(),
        order.depositMinor(),
        order.currency(),
        order.termsOn(),
        command.now());
    return find(sql, command.tenant(), command.id()).orElseThrow();
  }

  /** As it is now, if it is still as it was seen. */
  static Booking unchanged(Sql sql, int tenant, Booking seen) {
    return find(sql, tenant, seen.id())
        .filter(it -> it.version() == seen.version())
        .orElseThrow(() -> changed(seen));
  }

  static Booking change(Sql sql, int tenant, Booking it, String set, @Nullable Object... values) {
    var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
    all.add(tenant);
    all.add(it.id());
    all.add(it.version());
    var written =
        sql.update(
            "UPDATE core.bookings SET version = version + 1, "
                + set
                + " WHERE tenant_id = ? AND id = ? AND version = ?",
            all.toArray());
    if (written == 0) {
      throw changed(it);
    }
    return find(sql, tenant, it.id()).orElseThrow();
  }

  private static TryAgain changed(Booking it) {
    return new TryAgain("Booking %s has changed.".formatted(it.code()));
  }

  private static Booking booking(Row row) {
    return new Booking(
        row.uuid("id"),
        row.text("code"),
        row.uuidOrNull("lead_id"),
        row.uuidOrNull("quote_id"),
        row.uuidOrNull("revision_id"),
        row.uuid("person_id"),
        row.text("departure"),
        row.integer("party"),
        row.text("state"),
        row.uuid("hold_id"),
        row.instant("until"),
        row.integer("extended"),
        Duration.ofSeconds(row.longValue("extended_seconds")),
        row.bool("graced"),
        row.longValue("total_minor"),
        row.longValue("deposit_minor"),
        row.text("currency"),
        row.date("terms_on"),
        row.instant("created_at"),
        row.integer("version"),
        row.text("sold_by"));
  }
}
