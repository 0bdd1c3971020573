package travel.opslayer.capability.overview;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.reply.Span;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** Who has booked on a departure; without one, how the next departures are sold. */
@Factory
final class Departures {

  private static final String SHOW = "show_bookings";
  private static final int LINES = 10;
  private static final int BOOKINGS = 30;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final Catalog catalog;
  private final Bookings bookings;
  private final BookingTalk booking;
  private final SaleTalk talk;

  Departures(Catalog catalog, Bookings bookings, BookingTalk booking, SaleTalk talk) {
    this.catalog = catalog;
    this.bookings = bookings;
    this.booking = booking;
    this.talk = talk;
  }

  @Singleton
  ActionHandler showBookings() {
    return new Overview(
        SHOW,
        call ->
            call.fact("overview_departure")
                .flatMap(it -> catalog.departure(call.sql(), call.tenant(), it))
                .map(it -> one(call, it))
                .orElseGet(() -> next(call)));
  }

  private ActionResult one(ActionCall call, Departure it) {
    var all = bookings.onDeparture(call.sql(), call.tenant(), it.code());
    var lines = all.stream().limit(BOOKINGS).map(one -> line(call, one)).toList();
    return ActionResult.about(it.code())
        .with("departure", it.code())
        .with("days", new Span(it.startsOn(), it.endsOn()))
        .with("state", it.state())
        .with("capacity", it.capacity())
        .with("booked", it.booked())
        .with("held", it.held() == 0 ? null : it.held())
        .with("free", it.free())
        .with("waiting", it.waiting() == 0 ? null : it.waiting())
        .with("list", lines.isEmpty() ? null : String.join("\n", lines))
        .with("more", all.size() > lines.size() ? all.size() - lines.size() : null);
  }

  private String line(ActionCall call, Booking it) {
    var name =
        talk.contact(call, it.person())
            .map(one -> SaleTalk.firstName(one.person().name()))
            .map(one -> " " + one)
            .orElse("");
    var state = it.stateAt(call.now());
    var balance = booking.balance(call, it);
    var owed = balance.priceMinor(it) - balance.keptMinor();
    return Lines.joined(
        List.of(
            it.code() + name + " x" + it.party(),
            state.equals(Booking.ON_HOLD)
                ? "on hold until " + Lines.when(call, it.heldUntil())
                : state,
            owed > 0 ? "owes " + SaleTalk.words(owed, it.currency()) : "paid"));
  }

  private ActionResult next(ActionCall call) {
    var all =
        catalog.products(call.sql(), call.tenant()).stream()
            .flatMap(
                it ->
                    catalog
                        .departures(call.sql(), call.tenant(), it.code(), call.desk().today())
                        .stream())
            .sorted(Comparator.comparing(Departure::startsOn).thenComparing(Departure::code))
            .limit(LINES)
            .toList();
    var result =
        ActionResult.about(null)
            .with(
                "list",
                all.isEmpty()
                    ? null
                    : String.join("\n", all.stream().map(Departures::sold).toList()));
    for (var it : all) {
      result = result.choosing(SHOW, it.code(), it.code(), sold(it));
    }
    return result;
  }

  private static String sold(Departure it) {
    return Lines.joined(
        List.of(
            it.code() + " from " + it.startsOn().format(DAY),
            "%d of %d booked".formatted(it.booked(), it.capacity()),
            it.held() == 0 ? "" : it.held() + " held",
            it.waiting() == 0 ? "" : it.waiting() + " waiting",
            it.sells() ? "" : it.state()));
  }
}
