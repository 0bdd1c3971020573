package travel.opslayer.capability.overview;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.reply.Span;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Bookings;

/** Who has booked on a departure; without one, how the next departures are sold. */
@Factory
final class Departures {

  private static final String SHOW = "show_bookings";
  private static final int MOST = 10;
  private static final int BOOKINGS = 30;

  private final Catalog catalog;
  private final Bookings bookings;
  private final Lines lines;

  Departures(Catalog catalog, Bookings bookings, Lines lines) {
    this.catalog = catalog;
    this.bookings = bookings;
    this.lines = lines;
  }

  @Singleton
  ActionHandler showBookings() {
    return ActionHandler.of(
        SHOW,
        call ->
            call.fact("overview_departure")
                .flatMap(it -> catalog.departure(call.sql(), call.tenant(), it))
                .map(it -> one(call, it))
                .orElseGet(() -> next(call)));
  }

  private ActionResult one(ActionCall call, Departure it) {
    var all = bookings.onDeparture(call.sql(), call.tenant(), it.code());
    var told = all.stream().limit(BOOKINGS).map(one -> lines.booking(call, one)).toList();
    return sold(it)
        .with("list", Lines.joined(told))
        .with("more", Lines.some(all.size() - (long) told.size()));
  }

  private static ActionResult sold(Departure it) {
    return ActionResult.about(it.code())
        .with("departure", it.code())
        .with("days", new Span(it.startsOn(), it.endsOn()))
        .with("state", it.state())
        .with("capacity", it.capacity())
        .with("booked", it.booked())
        .with("held", Lines.some(it.held()))
        .with("free", it.free())
        .with("waiting", Lines.some(it.waiting()));
  }

  private ActionResult next(ActionCall call) {
    var all =
        catalog.products(call.sql(), call.tenant()).stream()
            .flatMap(it -> departures(call, it.code()).stream())
            .sorted(Comparator.comparing(Departure::startsOn).thenComparing(Departure::code))
            .limit(MOST)
            .toList();
    var told =
        all.stream().map(it -> lines.write(call, "overview/departure_line", sold(it))).toList();
    var result = ActionResult.about(null).with("list", Lines.joined(told));
    for (var i = 0; i < all.size(); i++) {
      var code = all.get(i).code();
      result = result.choosing(SHOW, code, code, told.get(i).replaceFirst("^" + code + "\\W*", ""));
    }
    return result;
  }

  private List<Departure> departures(ActionCall call, String product) {
    return catalog.departures(call.sql(), call.tenant(), product, call.desk().today());
  }
}
