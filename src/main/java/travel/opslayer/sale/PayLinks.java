package travel.opslayer.sale;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.payment.till.Payments.Request;
import travel.opslayer.settings.Settings;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Booking;

/** Our own links to pay: they live as long as the seats are held, whatever the provider's do. */
@Singleton
public final class PayLinks {

  private static final String DEPOSIT = "deposit";
  private static final Duration USUAL = Duration.ofHours(24);

  private final Payments payments;
  private final SaleTalk talk;
  private final Settings settings;

  PayLinks(Payments payments, SaleTalk talk, Settings settings) {
    this.payments = payments;
    this.talk = talk;
    this.settings = settings;
  }

  /** The deposit of a booking that is on hold; nothing is asked for when nothing is due. */
  public ActionResult deposit(ActionCall call, ActionResult result, Booking booking) {
    return ask(call, result, booking, DEPOSIT, booking.depositMinor(), booking.heldUntil());
  }

  /**
   * The link for what is due now: the rest of the deposit while the seats are held, then the rest
   * of it all. One that is good for just that is said again; others are over.
   */
  public ActionResult due(
      ActionCall call, ActionResult result, Booking booking, Balance balance, Instant latest) {
    var held = booking.stateAt(call.now()).equals(Booking.ON_HOLD);
    var kind = held ? DEPOSIT : "balance";
    var price = held ? booking.depositMinor() : balance.priceMinor(booking);
    var minor = price - balance.keptMinor();
    var open =
        payments.ofBooking(call.sql(), call.tenant(), booking.code()).stream()
            .filter(it -> it.isOpen() && it.kind().equals(kind))
            .toList();
    var good =
        open.stream()
            .filter(it -> it.amount().minor() == minor && it.expiresAt().isAfter(call.now()))
            .findFirst();
    open.stream()
        .filter(it -> good.filter(it::equals).isEmpty() && !it.state().equals(Payment.PROCESSING))
        .forEach(it -> payments.move(call.sql(), call.tenant(), it, Payment.CANCELLED));
    return good.map(it -> shown(result, payments.again(call.tenant(), it)))
        .orElseGet(
            () -> ask(call, result, booking, kind, minor, held ? booking.heldUntil() : latest));
  }

  /** The seats are held longer, and so is the link that there is; never past the seats. */
  public ActionResult longer(ActionCall call, ActionResult result, Booking booking) {
    var usual = call.now().plus(call.length("link_for").orElse(USUAL));
    var until = usual.isBefore(booking.heldUntil()) ? usual : booking.heldUntil();
    return payments.ofBooking(call.sql(), call.tenant(), booking.code()).stream()
        .filter(it -> it.isOpen() && it.kind().equals(DEPOSIT))
        .map(it -> payments.longer(call.sql(), call.tenant(), it, until))
        .reduce((first, second) -> second)
        .map(it -> shown(result, payments.again(call.tenant(), it)))
        .orElse(result);
  }

  private ActionResult shown(ActionResult result, Payments.Asked asked) {
    return result
        .with("link", settings.payments().publicUrl().resolve(asked.path()).toString())
        .with("payment", asked.payment().code());
  }

  /** Adds the value {@code link}. Asked for again by the same turn, it is the same link. */
  public ActionResult ask(
      ActionCall call,
      ActionResult result,
      Booking booking,
      String kind,
      long minor,
      Instant latest) {
    var customer = talk.contact(call, booking.person());
    if (minor <= 0 || customer.isEmpty()) {
      return result;
    }
    var usual = call.now().plus(call.length("link_for").orElse(USUAL));
    var asked =
        payments.ask(
            call.sql(),
            call.tenant(),
            call.id("pay " + kind + " " + booking.code()),
            new Request(
                booking.code(),
                booking.person(),
                customer.get().lane(),
                kind,
                new Money(minor, booking.currency()),
                "%s, %s".formatted(booking.code(), booking.departure()),
                language(customer.get(), call),
                usual.isBefore(latest) ? usual : latest),
            call.now());
    return shown(result, asked);
  }

  private static String language(Contact customer, ActionCall call) {
    var spoken = customer.person().language();
    return spoken == null ? call.desk().tenant().language() : spoken;
  }
}
