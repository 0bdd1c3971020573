package travel.opslayer.payment;

/**
 * An amount in the smallest unit of its currency by ISO 4217, whatever a provider counts in.
 *
 * @param currency such as USD
 */
public record Money(long minor, String currency) {

  public Money {
    if (minor < 0) {
      throw new IllegalArgumentException(
          "An amount is below zero (%d). Maybe it is a refund?".formatted(minor));
    }
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "A currency is no code of three capitals (%s). Maybe USD.".formatted(currency));
    }
  }

  @Override
  public String toString() {
    return minor + " minor " + currency;
  }
}
