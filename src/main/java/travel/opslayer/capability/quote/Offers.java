package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.selling.Money;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;
import travel.opslayer.travelcore.selling.Quotes.Terms;

/** Makes drafts by the terms that rules give. */
@Singleton
final class Offers {

  /** Where the tables name none. */
  private static final Duration USUAL = Duration.ofHours(72);

  private final Quotes quotes;
  private final SaleTalk talk;

  Offers(Quotes quotes, SaleTalk talk) {
    this.quotes = quotes;
    this.talk = talk;
  }

  static long wholePercent(int basisPoints) {
    return Math.ceilDiv(basisPoints, 100);
  }

  /** A further revision where the customer has an open quote for this lead, else a new quote. */
  CoreResult<Quote> draft(ActionCall call, Lead lead, String departure, int party, int discount) {
    var terms = terms(call, departure, party, discount);
    if (terms.isEmpty()) {
      return new Rejected<>(Why.NOT_FOUND, departure);
    }
    var command = SaleTalk.command(call, "draft");
    var open =
        quotes.openOf(call.sql(), call.tenant(), List.of(lead.person())).stream()
            .filter(it -> it.lead().equals(lead.id()))
            .reduce((first, second) -> second);
    return open.isPresent()
        ? quotes.revise(call.sql(), command, open.get().quote(), terms.get())
        : quotes.draft(call.sql(), command, lead.id(), terms.get());
  }

  private Optional<Terms> terms(ActionCall call, String code, int party, int discount) {
    var departure = talk.departure(call, code).orElse(null);
    if (departure == null || departure.priceMinor() == null || departure.currency() == null) {
      return Optional.empty();
    }
    var unit = Objects.requireNonNull(departure.priceMinor());
    var total = Money.total(unit, party, discount);
    return Optional.of(
        new Terms(
            code,
            party,
            unit,
            discount,
            Money.part(total, call.share("deposit").orElse(Money.WHOLE)),
            departure.currency(),
            call.now().plus(call.length("valid_for").orElse(USUAL))));
  }
}
