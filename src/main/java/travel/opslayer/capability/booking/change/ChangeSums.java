package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.change.Change;
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

  ChangeSums(BookingTalk talk, SaleTalk sale) {
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
   */
  record Moved(Departure to, int party, long total, long fee) {

    boolean fits() {
      return to.sells() && to.open() >= party;
    }
  }

  /** Nothing comes back where the rules say nothing. */
  GivenUp givenUp(ActionCall call, Booking booking, int seats, @Nullable String granted) {
    var share = call.share("refund_share").orElse(0);
    if (Change.GRANTED_REFUND.equals(granted)) {
      share = Math.max(share, call.share("granted_share").orElse(0));
    }
    return givenUp(call, booking, seats, share);
  }

  GivenUp givenUp(ActionCall call, Booking booking, int seats, int share) {
    var kept = talk.balance(call, booking).keptMinor();
    var total = rest(booking, seats);
    var price = Math.subtractExact(booking.totalMinor(), total);
    var all = Math.subtractExact(price, Money.part(price, share));
    // Who has paid less than the fee is asked for no more when they give up all.
    var fee = total == 0 ? Math.min(all, kept) : all;
    var refund = Math.max(0, Math.subtractExact(kept, Math.addExact(total, fee)));
    return new GivenUp(share, fee, refund, total);
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
    return new Moved(
        to,
        booking.party(),
        Math.addExact(booking.totalMinor(), dearer(call, booking, to)),
        Money.part(booking.totalMinor(), share));
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
