package travel.opslayer.facts.words;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/**
 * Numbers as people write them: in digits of any script, or spelled out in any language whose
 * spelling ICU knows. What people type in Latin letters where ICU has another script (ek, do, teen)
 * stands in the tables of words as sort number.
 */
final class Numbers {

  private static final int SPELLED = 100;
  private static final int DAYS = 31;

  private Numbers() {}

  /** The numbers to a hundred and the ordinals of a month as rows of a table of words. */
  static Stream<Phrase> spelledOut(String language) {
    var spelling = new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
    if (!spelling.getLocale(ULocale.VALID_LOCALE).getLanguage().equals(language)) {
      return Stream.empty();
    }
    return Stream.of(spelling.getRuleSetNames())
        .flatMap(rules -> rows(spelling, rules, language))
        .distinct();
  }

  private static Stream<Phrase> rows(
      RuleBasedNumberFormat spelling, String rules, String language) {
    var ordinal = rules.startsWith("%spellout-ordinal");
    if (!ordinal && !rules.startsWith("%spellout-cardinal")) {
      return Stream.empty();
    }
    return IntStream.rangeClosed(1, ordinal ? DAYS : SPELLED)
        .mapToObj(
            it ->
                new Phrase(
                    language,
                    spelling.format(it, rules),
                    ordinal ? "ordinal" : "number",
                    Integer.toString(it)))
        .filter(it -> !Character.isDigit(it.phrase().charAt(0)));
  }

  /**
   * The number that a piece says, or null. A word such as "do" is a number only beside a word of
   * the same language, for in another it means something else ("for once" are not eleven).
   */
  static @Nullable Integer of(Piece piece, Piece beside) {
    if (piece.token().is(Kind.NUMBER)) {
      return piece.token().value();
    }
    return spelled(piece, "number", beside);
  }

  static @Nullable Integer spelled(Piece piece, String sort, Piece beside) {
    for (var sense : piece.senses()) {
      if (sense.sort().equals(sort) && speaks(beside, sense.language())) {
        return whole(sense.means());
      }
    }
    return null;
  }

  /** The number in a cell of a table; null where there is a word. */
  static @Nullable Integer whole(@Nullable String cell) {
    if (cell == null || cell.isEmpty() || cell.length() > 4) {
      return null;
    }
    for (var i = 0; i < cell.length(); i++) {
      var letter = cell.charAt(i);
      if (!Character.isDigit(letter) && !(i == 0 && letter == '-' && cell.length() > 1)) {
        return null;
      }
    }
    return Integer.valueOf(cell);
  }

  private static boolean speaks(Piece piece, String language) {
    return piece.senses().stream().anyMatch(it -> it.language().equals(language));
  }
}
