package travel.opslayer.payment;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * What a customer shall pay. The call to the provider is made of it alone, so that the same wish is
 * the same call, whenever it is repeated.
 *
 * @param paymentId code such as PAY-7; comes back in events and states
 * @param key of this checkout, such as PAY-7-v1, never used for another one of the same account
 * @param description what it is for, as the customer reads it
 * @param expiresAt when it shall be too late to pay, in whole seconds
 * @param language a BCP 47 tag; where the provider does not speak it, it chooses one
 * @param returnUrl where the customer comes back to, paid or not
 */
public record PaymentWish(
    String paymentId,
    String key,
    Money price,
    String description,
    Instant expiresAt,
    String language,
    URI returnUrl) {

  /** The longest name that all providers take. */
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

  private static final int LONGEST_DESCRIPTION = 250;

  public PaymentWish {
    if (!paymentId.matches(NAME) || !key.matches(NAME)) {
      throw new IllegalArgumentException(
          "A payment or its key has a name that providers do not take (%s, %s). Maybe PAY-7 and PAY-7-v1."
              .formatted(paymentId, key));
    }
    if (price.minor() == 0) {
      throw new IllegalArgumentException("Nothing is to be paid for " + paymentId + ".");
    }
    description = description.strip().replaceAll("[\\s\\p{Cc}]+", " ");
    if (description.isEmpty()) {
      throw new IllegalArgumentException(
          "A payment does not say what it is for (%s). Maybe name the trip.".formatted(paymentId));
    }
    description = cut(description);
    expiresAt = Instant.ofEpochSecond(expiresAt.getEpochSecond());
    language = Locale.forLanguageTag(language).toLanguageTag();
    var scheme = String.valueOf(returnUrl.getScheme());
    if (!scheme.matches("https?") || returnUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "A customer cannot come back to what is no web address (%s). Maybe https:// is missing."
              .formatted(returnUrl));
    }
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION - 1)) + "…";
  }

  /** Never the description: it may name people. */
  @Override
  public String toString() {
    return "wish " + paymentId;
  }
}
