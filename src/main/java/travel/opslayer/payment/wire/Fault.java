package travel.opslayer.payment.wire;

import java.util.regex.Pattern;

/**
 * What a provider says is wrong.
 *
 * @param code the provider's word; empty when it said none
 * @param text what it says to people, without keys, addresses and long numbers
 */
public record Fault(String code, String text) {

  private static final int LONGEST = 300;

  /** Keys by their beginnings, mail addresses, and what may be the number of a card or phone. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "\\b(?:sk|rk|pk|rzp|whsec)_\\S+|\\S+@\\S+|[0-9][0-9 ()-]{5,}[0-9]",
          Pattern.CASE_INSENSITIVE);

  public Fault {
    text = PRIVATE.matcher(text.replaceAll("[\\s\\p{Cc}]+", " ")).replaceAll("…");
    text = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
