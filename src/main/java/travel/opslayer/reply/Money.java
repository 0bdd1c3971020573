package travel.opslayer.reply;

/**
 * An amount, as a value of a template.
 *
 * @param minor in minor units of the currency, such as cents
 * @param currency ISO 4217
 */
public record Money(long minor, String currency) {}
