package travel.opslayer.capability.status;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.PayLinks;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Travellers;

/** Says how a booking stands: the one that is meant, else all that the customer has. */
@Singleton
final class ShowStatus implements ActionHandler {

  /** More are counted. */
  private static final int LINES = 3;

  private final Bookings bookings;
  private final Travellers travellers;
  private final Payments payments;
  private final BookingTalk talk;
  private final PayLinks links;

  ShowStatus(
      Bookings bookings,
      Travellers travellers,
      Payments payments,
      BookingTalk talk,
      PayLinks links) {
    this.bookings = bookings;
    this.travellers = travellers;
    this.payments = payments;
    this.talk = talk;
    this.links = links;
  }

  @Override
  public String name() {
    return "show_status";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var meant = talk.meant(call);
    if (meant.isPresent()) {
      var about = talk.about(call, meant.get());
      var owes = about.values().containsKey("owed");
      var open = !Booking.ENDED.contains(meant.get().stateAt(call.now()));
      return line(call, about, meant.get(), 1)
          .offering(owes && open ? List.of("pay_rest", "ask_person") : List.of("ask_person"));
    }
    var theirs =
        call.person().isStaff()
            ? List.<Booking>of()
            : bookings.openOf(call.sql(), call.tenant(), List.of(call.person().id()));
    var result = ActionResult.about(null).offering(List.of("ask_person"));
    for (var i = 0; i < Math.min(LINES, theirs.size()); i++) {
      result = line(call, result, theirs.get(i), i + 1);
    }
    var more = theirs.size() - LINES;
    return result.with("more", more > 0 ? more : null);
  }

  private ActionResult line(ActionCall call, ActionResult result, Booking booking, int number) {
    var about = talk.about(call, booking);
    var state = booking.stateAt(call.now());
    if (state.equals(Booking.ON_HOLD)) {
      var balance = talk.balance(call, booking);
      about = links.due(call, about, booking, balance, booking.heldUntil());
    }
    var told = about.values();
    var named = travellers.of(call.sql(), call.tenant(), booking.id()).size();
    var unnamed = Booking.ENDED.contains(state) ? 0 : booking.party() - named;
    var missing = booking.depositMinor() - talk.balance(call, booking).keptMinor();
    return result
        .with("booking" + number, booking.code())
        .with("product" + number, told.get("product"))
        .with("days" + number, told.get("days"))
        .with("party" + number, booking.party())
        .with("state" + number, state)
        .with("paid" + number, told.get("paid"))
        .with("owed" + number, Booking.ENDED.contains(state) ? null : told.get("owed"))
        .with("missing" + number, new Money(Math.max(0, missing), booking.currency()))
        .with("balanceDay" + number, told.get("balanceDay"))
        .with("balanceOver" + number, told.get("balanceOver"))
        .with("until" + number, told.get("until"))
        .with("untilDay" + number, told.get("untilDay"))
        .with("untilPlace" + number, told.get("untilPlace"))
        .with("link" + number, told.get("link"))
        .with("names" + number, unnamed > 0 ? unnamed : null)
        .with("pending" + number, isPending(call, booking) ? "yes" : null);
  }

  /** Is money on its way? */
  private boolean isPending(ActionCall call, Booking booking) {
    return payments.ofBooking(call.sql(), call.tenant(), booking.code()).stream()
        .anyMatch(it -> it.state().equals(Payment.PROCESSING));
  }
}
