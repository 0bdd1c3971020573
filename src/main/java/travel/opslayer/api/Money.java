package travel.opslayer.api;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param minor in the smallest units of the currency, such as cents
 * @param currency ISO 4217
 */
@Serdeable
record Money(long minor, String currency) {

  static @Nullable Money of(@Nullable Long minor, @Nullable String currency) {
    return minor == null || currency == null ? null : new Money(minor, currency);
  }
}
