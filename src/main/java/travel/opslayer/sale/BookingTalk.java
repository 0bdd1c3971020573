package travel.opslayer.sale;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.reply.Money;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Ledger;

/** What texts about a booking may say. */
@Singleton
public final class BookingTalk {

  /** The rest is due so long before the start, where rules say nothing else. */
  private static final Period USUAL = Period.ofDays(30);

  private final Bookings bookings;
  private final Ledger ledger;
  private final SaleTalk talk;

  BookingTalk(Bookings bookings, Ledger ledger, SaleTalk talk) {
    this.bookings = bookings;
    this.ledger = ledger;
    this.talk = talk;
  }

  /** The booking that the rules have seen. */
  public Optional<Booking> meant(ActionCall call) {
    return call.fact("booking_code").flatMap(it -> bookings.byCode(call.sql(), call.tenant(), it));
  }

  public ActionResult about(ActionCall call, Booking booking) {
    var balance = balance(call, booking);
    var owed = Math.max(0, booking.totalMinor() - balance.keptMinor());
    var result =
        talk.about(
                call,
                booking.code(),
                booking.lead(),
                booking.person(),
                booking.departure(),
                booking.party())
            .with("booking", booking.code())
            .with("total", new Money(booking.totalMinor(), booking.currency()))
            .with("deposit", new Money(booking.depositMinor(), booking.currency()))
            .with("paid", new Money(balance.keptMinor(), booking.currency()))
            .with("owed", owed == 0 ? null : new Money(owed, booking.currency()))
            .with("balanceDay", balanceDay(call, booking).orElse(null));
    return booking.stateAt(call.now()).equals(Booking.ON_HOLD)
        ? talk.until(call, result, "hold_until", booking.heldUntil(), booking.person())
        : result;
  }

  public Balance balance(ActionCall call, Booking booking) {
    return ledger
        .balance(call.sql(), call.tenant(), booking.id())
        .orElseGet(() -> new Balance(booking.currency(), 0, 0, 0));
  }

  /** The day by which all must be paid. */
  private Optional<LocalDate> balanceDay(ActionCall call, Booking booking) {
    var before =
        call.length("balance_before").map(it -> Period.ofDays((int) it.toDays())).orElse(USUAL);
    return talk.departure(call, booking.departure()).map(it -> it.startsOn().minus(before));
  }
}
