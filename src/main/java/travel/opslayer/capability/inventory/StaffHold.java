package travel.opslayer.capability.inventory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.inventory.Meant.Target;
import travel.opslayer.facts.Asked;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** A colleague holds seats for a customer, by first name or lead. Only what is free. */
@Factory
final class StaffHold {

  private static final String ASK = "inventory/hold_ask";

  /** Where the tables say nothing. */
  private static final Duration USUAL = Duration.ofHours(24);

  @Singleton
  ActionHandler staffHold(InventoryTalk talk, SaleTalk sale, Bookings bookings, Leads leads) {
    return new Hold(talk, new Asking("ask_hold", talk, bookings), sale, bookings, leads);
  }

  /** What is missing, or what could be held instead. */
  @Singleton
  ActionHandler askHold(InventoryTalk talk, Bookings bookings) {
    return new Asking("ask_hold", talk, bookings);
  }

  /** The time of such a hold is over. */
  @Singleton
  ActionHandler endStaffHold(InventoryTalk talk, Bookings bookings) {
    return new End(talk, bookings);
  }

  private record Hold(
      InventoryTalk talk, Asking asking, SaleTalk sale, Bookings bookings, Leads leads)
      implements ActionHandler {

    @Override
    public String name() {
      return Request.HOLD;
    }

    @Override
    public ActionResult run(ActionCall call) {
      var target = talk.target(call, Request.HOLD);
      var departure = target.departure();
      var party = target.party();
      var declared = Moves.declares(call, "booking", Booking.ON_HOLD);
      if (departure == null || party == null || target.customers().size() != 1 || !declared) {
        return asking.ask(call, target).refusing(ASK);
      }
      var person = target.customers().getFirst().person().id();
      var lead = lead(call, person, departure);
      var order = SaleTalk.order(call, lead, person, departure, party);
      if (order.isEmpty()) {
        return ActionResult.about(departure.code()).refusing("inventory/no_price");
      }
      var until = call.now().plus(call.length("hold_for").orElse(USUAL));
      return bookings
          .hold(call.sql(), SaleTalk.command(call, "hold"), order.get(), until)
          .done()
          .map(it -> held(call, target, departure, it))
          .orElseGet(() -> asking.ask(call, target).refusing(ASK));
    }

    /** Their open lead about it, unless it has seats. */
    private @Nullable UUID lead(ActionCall call, UUID person, Departure departure) {
      var people = List.of(person);
      var seated =
          bookings.openOf(call.sql(), call.tenant(), people).stream()
              .map(it -> Optional.ofNullable(it.lead()))
              .collect(Collectors.toSet());
      return leads.openOf(call.sql(), call.tenant(), people).stream()
          .filter(it -> departure.product().equals(it.product()))
          .map(Lead::id)
          .filter(it -> !seated.contains(Optional.of(it)))
          .findFirst()
          .orElse(null);
    }

    private ActionResult held(
        ActionCall call, Target target, Departure departure, Booking booking) {
      var request = talk.done(call, Request.HOLD, target, List.of(booking.code()));
      var result =
          talk.with(call, talk.about(call, booking.code(), request), departure)
              .with("booking", booking.code())
              .showing("staff_hold_ends", request.code())
              .noting("held", "%d seats are held by a colleague.".formatted(booking.party()));
      return sale.until(
          call,
          talk.next(call, request, result),
          "staff_hold_until",
          booking.heldUntil(),
          booking.person());
    }
  }

  private record Asking(String name, InventoryTalk talk, Bookings bookings)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return ask(call, talk.target(call, Request.HOLD));
    }

    ActionResult ask(ActionCall call, Target target) {
      var departure = target.departure();
      if (departure == null) {
        return where(call, target);
      }
      var about = ActionResult.about(departure.code()).with("departure", departure.code());
      if (target.customers().size() != 1) {
        return about
            .with("why", target.customers().isEmpty() ? "nobody" : "several")
            .with("names", names(target));
      }
      return target.party() == null
          ? about.with("why", "number")
          : seats(call, target, departure, target.party());
    }

    private static @Nullable String names(Target target) {
      return target.customers().isEmpty()
          ? null
          : target.customers().stream()
              .map(it -> String.valueOf(it.person().name()))
              .limit(5)
              .collect(Collectors.joining(", "));
    }

    private ActionResult where(ActionCall call, Target target) {
      if (target.near().isEmpty()) {
        return ActionResult.about(null).with("why", "where");
      }
      var codes = target.near().stream().map(Departure::code).toList();
      var request =
          talk.ask(call, talk.draft(call, Request.HOLD, target), null, codes, Request.OPEN);
      var result = talk.about(call, null, request).with("why", "near");
      var named = request.code() + Asked.VERSION + request.version();
      for (var it : target.near()) {
        result = result.choosing(Request.HOLD + ":" + it.code(), named, it.code(), days(it));
      }
      return result;
    }

    private static String days(Departure it) {
      return "%s, %d free".formatted(it.startsOn(), it.open());
    }

    /** Fewer, as far as there are any; or as many, if somebody else's hold were released. */
    private ActionResult seats(ActionCall call, Target target, Departure departure, int party) {
      var free = Math.min(departure.open(), party);
      var choices = free < 1 ? List.<String>of() : List.of(String.valueOf(free));
      var draft = talk.draft(call, Request.HOLD, target);
      if (choices.isEmpty()) {
        return dependent(call, talk.with(call, plain(call, target), departure), departure, party);
      }
      var request = talk.ask(call, draft, departure, choices, Request.OPEN);
      var named = request.code() + Asked.VERSION + request.version();
      var result = talk.with(call, talk.about(call, departure.code(), request), departure);
      var hours = call.length("hold_for").orElse(USUAL).toHours();
      var name = talk.name(call, request.customer()).orElse("them");
      return dependent(call, result.with("why", "seats"), departure, party)
          .choosing(
              Request.HOLD + ":" + free,
              named,
              "Hold %d instead".formatted(free),
              "%s, for %s, %d h".formatted(departure.code(), name, hours))
          .choosing("skip_request", named, "Skip", "");
    }

    private ActionResult plain(ActionCall call, Target target) {
      var departure = target.departure();
      return ActionResult.about(departure == null ? null : departure.code())
          .with("why", "seats")
          .with("party", target.party())
          .with("name", talk.name(call, target.customers().getFirst().person().id()).orElse(null));
    }

    /** The smallest that would do, for whoever looks what could be released. */
    private ActionResult dependent(
        ActionCall call, ActionResult result, Departure departure, int party) {
      if (departure.waiting() > 0) {
        return result; // what is released is for who waits
      }
      return bookings.onDeparture(call.sql(), call.tenant(), departure.code()).stream()
          .filter(it -> it.stateAt(call.now()).equals(Booking.ON_HOLD))
          .filter(it -> departure.free() + it.party() >= party)
          .min(Comparator.comparing(Booking::party))
          .map(
              it ->
                  result
                      .with("ifBooking", it.code())
                      .with("ifName", talk.name(call, it.person()).orElse(null)))
          .orElse(result);
    }
  }

  /** The seats are free again, and who has held them is told. */
  private record End(InventoryTalk talk, Bookings bookings) implements ActionHandler {

    @Override
    public String name() {
      return "end_staff_hold";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var request = talk.request(call);
      var declared = Moves.declares(call, "booking", Booking.EXPIRED);
      return request
          .filter(ignored -> declared)
          .flatMap(it -> bookings.byCode(call.sql(), call.tenant(), it.choices().getFirst()))
          .flatMap(it -> bookings.expire(call.sql(), SaleTalk.command(call, "end"), it).done())
          .filter(it -> it.state().equals(Booking.EXPIRED))
          .map(it -> ended(call, request.get(), it))
          .orElseGet(
              () -> ActionResult.about(call.asked().subject()).refusing("refused/not_in_state"));
    }

    private ActionResult ended(ActionCall call, Request request, Booking booking) {
      return talk.about(call, booking.code(), request)
          .with("booking", booking.code())
          .with("departure", booking.departure())
          .noting("expired", "The time of the hold is over: the seats are free.");
    }
  }
}
