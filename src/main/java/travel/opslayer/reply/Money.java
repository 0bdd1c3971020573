package travel.opslayer.reply;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount, as a value of a template.
 *
 * @param minor in minor units of the currency, such as cents
 * @param currency ISO 4217
 */
public record Money(long minor, String currency) {

  /** So many rupees or euros. */
  public static Money whole(long units, Currency currency) {
    var minor = BigDecimal.valueOf(units).movePointRight(currency.getDefaultFractionDigits());
    return new Money(minor.longValueExact(), currency.getCurrencyCode());
  }
}
