package travel.opslayer.reply;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text that staff have written, in one language. Lines of {@code [[action | title]]} at its end
 * are choices; an action may say what is chosen, as {@code hold_seats:{party}}.
 *
 * @param pattern the words with their placeholders, in the form of ICU's MessageFormat
 */
record Template(String name, String language, String pattern, List<Line> choices) {

  private static final Pattern CHOICE =
      Pattern.compile(
          "\\[\\[\\s*([a-z_]+)(?::\\{([a-zA-Z]+)})?\\s*\\|\\s*([^|\\]\\s][^|\\]]*?)\\s*"
              + "(?:\\|\\s*([^\\]]+?)\\s*)?]]");

  /** The most choices that buttons can show. */
  static final int BUTTONS = 3;

  /** The most that a menu can show. */
  static final int ROWS = 10;

  /** A text may hold more than a menu shows: it shows those that are permitted. */
  private static final int WRITTEN = 40;

  static final int BUTTON_TITLE = 20;
  static final int ROW_TITLE = 24;
  static final int ROW_DESCRIPTION = 72;

  /** For what is counted: with the digits that people type. */
  Locale locale() {
    return Locale.forLanguageTag(language + "-u-nu-latn");
  }

  /**
   * For days and places: Nepali in Latin letters says 15 March, as people do who write it so, and
   * not the month in letters of its own.
   */
  Locale wording() {
    var script = ULocale.addLikelySubtags(new ULocale(language)).getScript();
    var isRomanised =
        !script.equals("Latn")
            && pattern
                .codePoints()
                .filter(Character::isLetter)
                .allMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.LATIN);
    return isRomanised ? Locale.ENGLISH : locale();
  }

  /** How long a title may be. */
  int titleLength() {
    return choices.size() > BUTTONS ? ROW_TITLE : BUTTON_TITLE;
  }

  Template {
    choices = List.copyOf(choices);
  }

  /**
   * A choice as written.
   *
   * @param what the placeholder whose value is chosen, as in {@code [[hold_seats:{party} | ...]]};
   *     empty when the action says all
   */
  record Line(String action, String what, String title, String description) {

    /** Has its title placeholders? Then it is cut when it is filled and too long. */
    boolean isFilled() {
      return title.contains("{");
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence for the author
   */
  static Template of(String name, String language, String text) {
    var words = new ArrayList<String>();
    var choices = new ArrayList<Line>();
    for (var line : text.replace("\r\n", "\n").strip().split("\n", -1)) {
      if (line.strip().startsWith("[[")) {
        var found = CHOICE.matcher(line);
        var before = choices.size();
        while (found.find()) {
          var what = found.group(2) == null ? "" : found.group(2);
          var description = found.group(4) == null ? "" : found.group(4);
          choices.add(new Line(found.group(1), what, found.group(3), description));
        }
        if (choices.size() == before) {
          throw new IllegalArgumentException(
              "The choice (%s) cannot be read. Maybe write [[action | title]].".formatted(line));
        }
      } else {
        words.add(line);
      }
    }
    check(choices);
    return new Template(name, language, String.join("\n", words).strip(), choices);
  }

  private static void check(List<Line> choices) {
    if (choices.size() > WRITTEN) {
      throw new IllegalArgumentException(
          "There are %d choices. Maybe leave some out: a text has at most %d."
              .formatted(choices.size(), WRITTEN));
    }
    var most = choices.size() > BUTTONS ? ROW_TITLE : BUTTON_TITLE;
    for (var it : choices) {
      if (!it.isFilled() && it.title().codePointCount(0, it.title().length()) > most) {
        throw new IllegalArgumentException(
            "The title (%s) is longer than %d letters. Maybe shorten it."
                .formatted(it.title(), most));
      }
      if (it.description().length() > ROW_DESCRIPTION) {
        throw new IllegalArgumentException(
            "The description (%s) is longer than %d letters. Maybe shorten it."
                .formatted(it.description(), ROW_DESCRIPTION));
      }
    }
  }
}
