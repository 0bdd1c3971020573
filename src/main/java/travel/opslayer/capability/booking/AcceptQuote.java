package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.PayLinks;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/**
 * The customer says yes to a quote: the revision is accepted, its seats are held and the link to
 * pay is made, all of it or nothing. Said twice, it is booked once.
 */
@Singleton
final class AcceptQuote implements ActionHandler {

  /** Where the tables say nothing. */
  private static final Duration USUAL = Duration.ofHours(24);

  private final Quotes quotes;
  private final Bookings bookings;
  private final BookingTalk talk;
  private final SaleTalk sale;
  private final PayLinks links;

  AcceptQuote(Quotes quotes, Bookings bookings, BookingTalk talk, SaleTalk sale, PayLinks links) {
    this.links = links;
    this.quotes = quotes;
    this.bookings = bookings;
    this.talk = talk;
    this.sale = sale;
  }

  @Override
  public String name() {
    return "accept_quote";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var revision = revision(call);
    if (revision.isEmpty()) {
      return ActionResult.about(call.asked().subject()).refusing("refused/nothing_to_confirm");
    }
    var quote = revision.get();
    if (!Moves.declares(call, "booking", Booking.ON_HOLD)) {
      return gone(call, quote, quote.stateAt(call.now()));
    }
    var until = call.now().plus(call.length("hold_for").orElse(USUAL));
    var held =
        bookings.holdQuoted(
            call.sql(), SaleTalk.command(call, "hold"), quote.id(), call.desk().today(), until);
    return switch (held) {
      case CoreResult.Done<Booking>(var booking) -> held(call, quote, booking);
      case CoreResult.Rejected<Booking>(var why, var detail) when why == Why.NOT_CHANGEABLE ->
          gone(call, quote, detail);
      case CoreResult.Rejected<Booking> ignored -> sold(call, quote);
      case CoreResult.Unknown<Booking> ignored -> about(call, quote).refusing("quote/later");
      case CoreResult.Unsupported<Booking> ignored -> about(call, quote).refusing("quote/later");
    };
  }

  private Optional<Quote> revision(ActionCall call) {
    var version = call.fact("quote_version").map(Integer::valueOf).orElse(0);
    return call.fact("quote_code").stream()
        .flatMap(it -> quotes.byCode(call.sql(), call.tenant(), it).stream())
        .filter(it -> it.revision() == version && version > 0)
        .findFirst();
  }

  private ActionResult held(ActionCall call, Quote quote, Booking booking) {
    return links
        .deposit(call, talk.about(call, booking), booking)
        .with("quote", quote.code())
        .with("version", quote.revision())
        .noting(
            "held",
            "%d seats are held; the customer said yes to %s, version %d%s."
                .formatted(
                    booking.party(),
                    quote.code(),
                    quote.revision(),
                    call.person().isStaff() ? ", as a colleague says" : ""));
  }

  private ActionResult about(ActionCall call, Quote quote) {
    return sale.about(
        call, quote.code(), quote.lead(), quote.person(), quote.departure(), quote.party());
  }

  private ActionResult sold(ActionCall call, Quote quote) {
    return about(call, quote)
        .with("free", sale.departure(call, quote.departure()).map(Departure::open).orElse(0))
        .refusing("quote/sold");
  }

  private ActionResult gone(ActionCall call, Quote quote, String state) {
    return Moves.stays(about(call, quote), state);
  }

  /** The same for a customer who has said yes to a colleague, such as on the telephone. */
  @Singleton
  static final class ForCustomer implements ActionHandler {

    private final AcceptQuote accept;

    ForCustomer(AcceptQuote accept) {
      this.accept = accept;
    }

    @Override
    public String name() {
      return "book_for";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return accept.run(call);
    }
  }
}
