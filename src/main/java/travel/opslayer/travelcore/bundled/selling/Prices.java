package travel.opslayer.travelcore.bundled.selling;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.travelcore.selling.Ledger;
import travel.opslayer.travelcore.selling.Money;
import travel.opslayer.travelcore.selling.Quotes.Terms;

/** What is wrong with a price, if anything is. */
final class Prices {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private Prices() {}

  static Optional<String> wrong(Terms terms, Instant now) {
    if (!terms.validUntil().isAfter(now)) {
      return Optional.of("valid until " + terms.validUntil());
    }
    if (terms.unitMinor() < 0 || terms.discount() < 0 || terms.discount() > Money.WHOLE) {
      return Optional.of(
          "%d each, less %d basis points".formatted(terms.unitMinor(), terms.discount()));
    }
    try {
      var total = Money.total(terms.unitMinor(), terms.party(), terms.discount());
      return wrong(terms.party(), total, terms.depositMinor(), terms.currency());
    } catch (ArithmeticException e) {
      return Optional.of("%d each for %d".formatted(terms.unitMinor(), terms.party()));
    }
  }

  static Optional<String> wrong(int party, long total, long deposit, String currency) {
    if (party < 1) {
      return Optional.of("%d seats".formatted(party));
    }
    if (deposit < 0 || deposit > total || total > Ledger.MOST) {
      return Optional.of("deposit %d of %d".formatted(deposit, total));
    }
    return CURRENCY.matcher(currency).matches()
        ? Optional.empty()
        : Optional.of("currency " + currency);
  }
}
