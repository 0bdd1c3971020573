package travel.opslayer.sale;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
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

  private static final LocalTime MORNING = LocalTime.of(10, 0);

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
    var owed = Math.max(0, balance.priceMinor(booking) - balance.keptMinor());
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
    if (owed > 0 && booking.state().equals(Booking.CONFIRMED)) {
      result = balance(call, booking, result);
    }
    return booking.stateAt(call.now()).equals(Booking.ON_HOLD)
        ? talk.until(call, result, "hold_until", booking.heldUntil(), booking.person())
        : result;
  }

  public Balance balance(ActionCall call, Booking booking) {
    return ledger
        .balance(call.sql(), call.tenant(), booking.id())
        .orElseGet(() -> new Balance(booking.currency(), 0, 0, 0));
  }

  /** The rest is due in the morning of the customer; at once, where that is over. */
  private ActionResult balance(ActionCall call, Booking booking, ActionResult result) {
    var day = balanceDay(call, booking);
    if (day.isEmpty()) {
      return result;
    }
    var there =
        talk.contact(call, booking.person())
            .flatMap(SaleTalk::zone)
            .orElse(call.desk().tenant().zone());
    var due = day.get().atTime(MORNING).atZone(there).toInstant();
    return result
        .with("balanceOver", isOver(call, booking) ? "yes" : null)
        .due("balance_due", due.isBefore(call.now()) ? call.now() : due);
  }

  /** Is the day over by which all must be paid? */
  public boolean isOver(ActionCall call, Booking booking) {
    return balanceDay(call, booking).filter(it -> it.isBefore(call.desk().today())).isPresent();
  }

  /** The day by which all must be paid. */
  private Optional<LocalDate> balanceDay(ActionCall call, Booking booking) {
    var before =
        call.length("balance_before").map(it -> Period.ofDays((int) it.toDays())).orElse(USUAL);
    return talk.departure(call, booking.departure()).map(it -> it.startsOn().minus(before));
  }
}
