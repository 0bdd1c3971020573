package travel.opslayer.decision.tables;

import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading.Bad;

/**
 * What is no longer what somebody typed, for a spreadsheet program has made something else of it or
 * an editor has lost a letter; and what such a program would calculate.
 */
final class Mangled {

  private static final String AGAIN = "format the cell as text and type it again.";

  /** 123456789012 is shown, and saved as CSV, as 1.23457E+11. */
  private static final Pattern SHORTENED = Pattern.compile("-?\\d(?:[.,]\\d+)?E[+-]\\d{1,3}");

  /** 3-4 becomes 3-Apr or 03-abr, and March 15 becomes Mar-15. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?iu)\\d{1,2}[-.] ?(?:M)\\.?|(?:M)\\.?[-.] ?\\d{2}"
              .replace(
                  "M",
                  "jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago"
                      + "|dic"));

  private static final Pattern ERROR =
      Pattern.compile("#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|#+)");

  private static final Pattern FORMULA =
      Pattern.compile("(?s)[=＝]\\s*[^<>=\\s].*|[+@-]\\s*\\p{L}[\\p{L}\\d.]*[(|].*|[+@-].*\\|.*!.*");

  private static final Pattern CONFLICT = Pattern.compile("(?:<{7}|={7}|>{7}|\\|{7})(?: .*)?");

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  /** A list of 100,000 numbers fits into a file, and nobody means it. */
  private static final int LONGEST = 2_000;

  private Mangled() {}

  /** What is wrong with a cell that rules read. */
  static Optional<Bad> value(String text) {
    if (SHORTENED.matcher(text).matches()) {
      return bad("A spreadsheet program has shortened a long number here (%s).", text, AGAIN);
    }
    if (DAY.matcher(text).matches()) {
      return bad("A spreadsheet program has made a date of this (%s).", text, AGAIN);
    }
    var invisible = invisible(text);
    if (invisible.isPresent()) {
      return invisible;
    }
    return ERROR.matcher(text).matches()
        ? bad("A spreadsheet program shows an error here (%s).", text, "type the value instead.")
        : Optional.empty();
  }

  /** What is wrong with a cell, even one that is for readers only. */
  static Optional<Bad> text(String text) {
    if (text.length() > LONGEST) {
      return Optional.of(
          new Bad("This cell holds more than 2,000 letters.", "make several rows of it."));
    }
    if (CONFLICT.matcher(text).matches()) {
      return bad(
          "Two versions of this file were put together here, and nobody has chosen (%s).",
          text, "keep the rows of one of them, and delete this line.");
    }
    if (FORMULA.matcher(text).matches()) {
      return bad("This is a formula (%s).", text, "type the value instead.");
    }
    return text.indexOf('\uFFFD') >= 0
        ? bad("A letter was lost here (%s).", text, "type it again and save as 'CSV UTF-8'.")
        : Optional.empty();
  }

  /** What nobody can see makes another word of a word. */
  static Optional<Bad> invisible(String text) {
    var found = INVISIBLE.matcher(text);
    return found.find()
        ? Optional.of(
            new Bad(
                "There is an invisible sign here (U+%04X in %s)."
                    .formatted(text.codePointAt(found.start()), Lexicon.shorten(text)),
                "empty the cell and type it again."))
        : Optional.empty();
  }

  private static Optional<Bad> bad(String sentence, String text, String advice) {
    return Optional.of(new Bad(sentence.formatted(Lexicon.shorten(text)), advice));
  }
}
