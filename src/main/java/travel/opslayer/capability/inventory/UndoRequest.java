package travel.opslayer.capability.inventory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departures;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * What was done a moment ago is undone by what the rules declare for it. Whoever was told is told
 * the correction; later it is said what can still be done.
 */
@Factory
final class UndoRequest {

  @Singleton
  ActionHandler undoRequest(
      InventoryTalk talk, Bookings bookings, Waitlist waitlist, SaleTalk sale, Departures all) {
    return new Undo(talk, bookings, waitlist, sale, all);
  }

  /** Too late, or there is nothing. */
  @Singleton
  ActionHandler explainUndo(InventoryTalk talk, SaleTalk sale) {
    return new Explain(talk, sale);
  }

  /** Undoes it; empty when it cannot be done any more. */
  private interface Compensation {
    Optional<ActionResult> of(ActionCall call, Request request);
  }

  private record Undo(
      InventoryTalk talk,
      Bookings bookings,
      Waitlist waitlist,
      SaleTalk sale,
      Departures departures)
      implements ActionHandler {

    @Override
    public String name() {
      return "undo_request";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var request = talk.request(call);
      if (request.isEmpty()) {
        return ActionResult.about(null).refusing("inventory/undo_over");
      }
      Map<String, Compensation> known =
          Map.of(
              Request.REOPEN, this::moved,
              Request.CLOSE, this::moved,
              Request.RELEASE, this::given,
              Request.HOLD, this::taken);
      return call.decision()
          .assigned("compensation")
          .map(known::get)
          .flatMap(it -> it.of(call, request.get()))
          .map(it -> undone(call, request.get(), it))
          .orElseGet(
              () ->
                  talk.about(call, subject(request.get()), request.get())
                      .with("bookings", String.join(", ", request.get().choices()))
                      .refusing("inventory/undo_gone"));
    }

    private ActionResult undone(ActionCall call, Request request, ActionResult result) {
      talk.save(call, request.in(Request.UNDONE), Request.DONE);
      return result.noting("undone", "Undone by whoever did it.");
    }

    /** The departure is in the state that it had, and so is the offer that was taken back. */
    private Optional<ActionResult> moved(ActionCall call, Request request) {
      var state = Moves.to(call, "departure");
      return Optional.ofNullable(request.departure())
          .flatMap(it -> sale.departure(call, it))
          .filter(ignored -> state.isPresent())
          .flatMap(
              it ->
                  departures
                      .move(call.sql(), SaleTalk.command(call, "undo"), it, state.orElseThrow())
                      .done())
          .map(
              it -> {
                var about = talk.about(call, it.code(), request);
                var given = offers(call, request, about);
                var told = talk.with(call, given, it);
                return corrected(request, told);
              });
    }

    private ActionResult offers(ActionCall call, Request request, ActionResult result) {
      var until = request.offerUntil();
      var again = Moves.to(call, "offer").filter(WaitlistEntry.OFFERED::equals);
      if (until == null || !until.isAfter(call.now()) || again.isEmpty()) {
        return result;
      }
      var given = result;
      for (var it : waitlist.byCodes(call.sql(), call.tenant(), request.withdrawn())) {
        var offered =
            waitlist
                .offer(call.sql(), SaleTalk.command(call, "give " + it.code()), it.id(), until)
                .done();
        given =
            offered
                .map(WaitlistEntry::code)
                .map(code -> result.with("given", code).then("offer_given", code))
                .orElse(given);
      }
      return given;
    }

    private static ActionResult corrected(Request request, ActionResult result) {
      var closes = request.action().equals(Request.REOPEN);
      var told = result.with("told", request.told().isEmpty() ? null : request.told().size());
      for (var it : request.told()) {
        told = told.then(closes ? "departure_closed" : "departure_reopened", it);
      }
      return told;
    }

    /** Seats that were held are given back. */
    private Optional<ActionResult> given(ActionCall call, Request request) {
      return booking(call, request)
          .filter(ignored -> moves(call, Booking.CANCELLED))
          .flatMap(it -> bookings.cancel(call.sql(), SaleTalk.command(call, "undo"), it).done())
          .map(it -> about(call, request, it));
    }

    /** Seats that were released are taken again, all of them or none. */
    private Optional<ActionResult> taken(ActionCall call, Request request) {
      var released = bookings.byCodes(call.sql(), call.tenant(), request.choices());
      if (released.isEmpty() || !moves(call, Booking.ON_HOLD) || !fit(call, released)) {
        return Optional.empty();
      }
      var result = about(call, request, released.getFirst());
      for (var it : released) {
        var command = SaleTalk.command(call, "undo " + it.code());
        if (bookings.renew(call.sql(), command, it, it.heldUntil()).done().isEmpty()) {
          throw new IllegalStateException("Seats that are free cannot be taken.");
        }
        result = result.then("hold_restored", it.code());
      }
      return Optional.of(result.with("bookings", String.join(", ", request.choices())));
    }

    /** Whether all are still free, on departures that nobody else changes meanwhile. */
    private boolean fit(ActionCall call, List<Booking> released) {
      return released.stream()
          .allMatch(
              it ->
                  it.heldUntil().isAfter(call.now())
                      && it.state().equals(Booking.CANCELLED)
                      && sale.departure(call, it.departure())
                          .filter(d -> d.sells() && d.open() >= seats(released, d.code()))
                          .isPresent());
    }

    private static int seats(List<Booking> all, String departure) {
      return all.stream()
          .filter(it -> it.departure().equals(departure))
          .mapToInt(Booking::party)
          .sum();
    }

    private static boolean moves(ActionCall call, String state) {
      return Moves.declares(call, "booking", state);
    }

    private Optional<Booking> booking(ActionCall call, Request request) {
      return request.choices().stream()
          .findFirst()
          .flatMap(it -> bookings.byCode(call.sql(), call.tenant(), it));
    }

    private ActionResult about(ActionCall call, Request request, Booking booking) {
      return talk.about(call, booking.code(), request)
          .with("bookings", booking.code())
          .with("departure", booking.departure());
    }
  }

  private static @Nullable String subject(Request request) {
    return request.choices().isEmpty() ? request.departure() : request.choices().getFirst();
  }

  private record Explain(InventoryTalk talk, SaleTalk sale) implements ActionHandler {

    @Override
    public String name() {
      return "explain_undo";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = talk.request(call);
      if (meant.isEmpty()) {
        return ActionResult.about(null);
      }
      var request = meant.get();
      var result =
          talk.about(call, subject(request), request)
              .with("bookings", String.join(", ", request.choices()))
              .with("departure", request.departure())
              .with("became", request.stateAt(call.now()));
      var departure =
          Optional.ofNullable(request.departure()).flatMap(it -> sale.departure(call, it));
      return departure.map(it -> talk.with(call, result, it)).orElse(result);
    }
  }
}
