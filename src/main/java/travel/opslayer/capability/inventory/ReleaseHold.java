package travel.opslayer.capability.inventory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.facts.Asked;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** A colleague releases what is held for a customer, who is told. Nothing is guessed. */
@Factory
final class ReleaseHold {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

  /** More do not fit into a list. */
  private static final int MOST = 9;

  @Singleton
  ActionHandler releaseHold(
      InventoryTalk talk, SaleTalk sale, BookingTalk booked, Bookings bookings, Payments payments) {
    return new Release(talk, sale, booked, bookings, payments);
  }

  /** Which of several, with what each is. */
  @Singleton
  ActionHandler askRelease(InventoryTalk talk, SaleTalk sale, Payments payments) {
    return new Ask(talk, sale, payments);
  }

  private record Release(
      InventoryTalk talk, SaleTalk sale, BookingTalk booked, Bookings bookings, Payments payments)
      implements ActionHandler {

    @Override
    public String name() {
      return Request.RELEASE;
    }

    @Override
    public ActionResult run(ActionCall call) {
      var target = talk.target(call, Request.RELEASE);
      var declared = Moves.declares(call, "booking", Booking.CANCELLED);
      if (target.holds().isEmpty() || !declared) {
        return ActionResult.about(call.asked().subject()).refusing("inventory/no_hold");
      }
      var paid = target.holds().stream().filter(it -> isPaid(call, it)).findFirst();
      if (paid.isPresent()) {
        return ActionResult.about(paid.get().code())
            .with("booking", paid.get().code())
            .refusing("inventory/paid_in");
      }
      target.holds().forEach(it -> release(call, it));
      var codes = target.holds().stream().map(Booking::code).toList();
      return told(call, talk.done(call, Request.RELEASE, target, codes), target.holds());
    }

    private boolean isPaid(ActionCall call, Booking booking) {
      return booked.balance(call, booking).keptMinor() > 0;
    }

    /** Its link to pay is over as well. */
    private void release(ActionCall call, Booking booking) {
      var command = SaleTalk.command(call, "release " + booking.code());
      if (bookings.cancel(call.sql(), command, booking).done().isEmpty()) {
        throw new IllegalStateException("What is on hold cannot be released.");
      }
      payments.ofBooking(call.sql(), call.tenant(), booking.code()).stream()
          .filter(Payment::isOpen)
          .forEach(it -> payments.move(call.sql(), call.tenant(), it, Payment.CANCELLED));
    }

    private ActionResult told(ActionCall call, Request request, List<Booking> released) {
      var first = released.getFirst();
      var result =
          talk.about(call, first.code(), request)
              .with("bookings", String.join(", ", request.choices()))
              .with("party", released.stream().mapToInt(Booking::party).sum())
              .with("day", day(call, released))
              .with("name", talk.name(call, first.person()).orElse(null))
              .noting("released", "A colleague has released the hold.");
      for (var it : request.choices()) {
        result = result.then("hold_released", it);
      }
      return talk.nextAndAgain(call, request, result);
    }

    /** Where all are of one departure. */
    private @Nullable LocalDate day(ActionCall call, List<Booking> released) {
      var codes = released.stream().map(Booking::departure).distinct().toList();
      return codes.size() > 1
          ? null
          : sale.departure(call, codes.getFirst()).map(Departure::startsOn).orElse(null);
    }
  }

  private record Ask(InventoryTalk talk, SaleTalk sale, Payments payments)
      implements ActionHandler {

    @Override
    public String name() {
      return "ask_release";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var target = talk.target(call, Request.RELEASE);
      var holds = target.holds().stream().limit(MOST).toList();
      if (holds.isEmpty()) {
        return ActionResult.about(null);
      }
      var codes = holds.stream().map(Booking::code).toList();
      var draft = talk.draft(call, Request.RELEASE, target);
      var request = talk.ask(call, draft, null, codes, Request.OPEN);
      var named = request.code() + Asked.VERSION + request.version();
      var people = holds.stream().map(Booking::person).distinct().toList();
      var one = people.size() == 1;
      var result =
          talk.about(call, null, request)
              .with("count", holds.size())
              .with("name", one ? talk.name(call, people.getFirst()).orElse(null) : null);
      for (var it : holds) {
        result =
            result.choosing(
                Request.RELEASE + ":" + it.code(),
                named,
                "Release " + it.code(),
                row(call, it, one));
      }
      var seats = holds.stream().mapToInt(Booking::party).sum();
      return result.choosing(
          Request.RELEASE + ":" + Answers.ALL,
          named,
          holds.size() == 2 ? "Release both" : "Release all",
          "%d seats".formatted(seats));
    }

    private String row(ActionCall call, Booking it, boolean one) {
      var departure = sale.departure(call, it.departure());
      var link = payments.ofBooking(call.sql(), call.tenant(), it.code()).stream();
      var parts = new ArrayList<String>();
      if (!one) {
        parts.add(talk.name(call, it.person()).orElse("?"));
      }
      parts.add(
          departure.map(d -> d.product() + " " + DAY.format(d.startsOn())).orElse(it.departure()));
      parts.add("%d seat%s".formatted(it.party(), it.party() == 1 ? "" : "s"));
      if (link.anyMatch(Payment::isOpen)) {
        parts.add("paying link sent");
      }
      parts.add(ends(call, it));
      return String.join(", ", parts);
    }

    private static String ends(ActionCall call, Booking it) {
      var at = it.heldUntil().atZone(call.desk().tenant().zone());
      var today = call.desk().today();
      var day =
          at.toLocalDate().equals(today)
              ? ""
              : at.toLocalDate().equals(today.plusDays(1)) ? "tomorrow " : DAY.format(at) + " ";
      return "ends " + day + TIME.format(at);
    }
  }
}
