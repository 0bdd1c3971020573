package travel.opslayer.facts.words;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a message is read.
 *
 * @param stored the language in which the person wrote so far, ISO 639-1; null when new
 * @param suggested the language of the country of the phone number as a tag such as {@code es} or
 *     {@code en-US}; of the latter, 3/15 is 15 March; null when there is no number
 * @param today where the business is
 */
public record Hints(@Nullable String stored, @Nullable String suggested, LocalDate today) {

  private static final String MONTH_FIRST = "-US";

  boolean monthFirst() {
    return suggested != null && suggested.endsWith(MONTH_FIRST);
  }

  /** The language of the suggestion, without the country. */
  @Nullable String suggestedLanguage() {
    return suggested == null ? null : suggested.replaceFirst("[-_].*", "");
  }
}
