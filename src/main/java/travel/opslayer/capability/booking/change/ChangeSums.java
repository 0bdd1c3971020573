package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.change.Change;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Money;

/** What a change of a booking comes to, by the terms that the rules give. */
@Singleton
final class ChangeSums {

  private static final String KEEP = "keep";

  private final BookingTalk talk;
  private final SaleTalk sale;
  private final Refunds refunds;

  ChangeSums(BookingTalk talk, SaleTalk sale, Refunds refunds) {
    this.refunds = refunds;
    this.talk = talk;
    this.sale = sale;
  }

  /**
   * Seats are given up.
   *
   * @param share of their price that does not stay with the company, in basis points
   * @param fee what stays, as far as it was paid or is still owed
   * @param refund what goes back
   * @param total what the seats cost that they keep
   */
  record GivenUp(int share, long fee, long refund, long total) {}

  /**
   * Seats are moved.
   *
   * @param total what the booking costs from then on
   * @param fee for moving; on top
   * @param back what goes back when it is cheaper
   */
  record Moved(Departure to, int party, long total, long fee, long back) {

    boolean fits() {
      return to.sells() && to.open() >= party;
    }
  }

  /** What was paid, is not on its way back, and was not kept as a fee before. */
  private long here(ActionCall call, Booking booking) {
    var balance = talk.balance(call, booking);
    var fees = Math.subtractExact(balance.priceMinor(booking), booking.totalMinor());
    var leaving =
        refunds.ofBooking(call.sql(), call.tenant(), booking.code()).stream()
            .filter(it -> it.counts() && !it.state().equals(Repayment.DONE))
            .mapToLong(it -> it.amount().minor())
            .sum();
    return balance.keptMinor() - leaving - Math.max(0, fees);
  }

  /**
   * By the terms, of the price; nothing comes back where the rules say nothing. What was granted
   * beyond them is a part of what was paid for these seats.
   */
  GivenUp givenUp(ActionCall call, Booking booking, int seats, @Nullable String granted) {
    var terms = givenUp(call, booking, seats, call.share("refund_share").orElse(0));
    if (!Change.GRANTED_REFUND.equals(granted)) {
      return terms;
    }
    var paid = Math.max(0, here(call, booking) - terms.total());
    var share = call.share("granted_share").orElse(0);
    var refund = Money.part(paid, share);
    return refund <= terms.refund()
        ? terms
        : new GivenUp(share, Math.subtractExact(paid, refund), refund, terms.total());
  }

  GivenUp givenUp(ActionCall call, Booking booking, int seats, int share) {
    var here = here(call, booking);
    var total = rest(booking, seats);
    var price = Math.subtractExact(booking.totalMinor(), total);
    var all = Math.subtractExact(price, Money.part(price, share));
    // Who gives up all, or has not paid yet, is asked for no more than is here.
    var spare = Math.max(0, here - total);
    var limited = total == 0 || booking.state().equals(Booking.ON_HOLD);
    var fee = limited ? Math.min(all, spare) : all;
    return new GivenUp(share, fee, Math.max(0, spare - fee), total);
  }

  /** The price of the seats that stay: what cannot be divided stays with the first of them. */
  private static long rest(Booking booking, int seats) {
    return Money.shares(booking.totalMinor(), booking.party()).stream()
        .limit(Math.max(0, booking.party() - seats))
        .reduce(0L, Math::addExact);
  }

  /** Empty when there is nothing to move to, or the terms name no fee: then it is too late. */
  Optional<Moved> moved(
      ActionCall call, Booking booking, @Nullable String toCode, @Nullable String granted) {
    var share = Change.GRANTED_MOVE.equals(granted) ? Optional.of(0) : call.share("move_fee");
    return Optional.ofNullable(toCode)
        .filter(ignored -> share.isPresent())
        .flatMap(it -> sale.departure(call, it))
        .map(to -> moved(call, booking, to, share.get()));
  }

  private Moved moved(ActionCall call, Booking booking, Departure to, int share) {
    var total = Math.addExact(booking.totalMinor(), dearer(call, booking, to));
    var fee = Money.part(booking.totalMinor(), share);
    var back = Math.max(0, here(call, booking) - total - fee);
    return new Moved(to, booking.party(), total, fee, back);
  }

  /** How much more the other departure costs, where the terms do not keep the price. */
  private long dearer(ActionCall call, Booking booking, Departure to) {
    var from = sale.departure(call, booking.departure());
    var keeps = call.decision().assigned("move_price").filter(KEEP::equals).isPresent();
    if (keeps || from.isEmpty()) {
      return 0;
    }
    var before = from.get().priceMinor();
    var after = to.priceMinor();
    return before == null || after == null || !booking.currency().equals(to.currency())
        ? 0
        : Math.multiplyExact(Math.subtractExact(after, before), (long) booking.party());
  }
}
