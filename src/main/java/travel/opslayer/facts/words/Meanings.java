package travel.opslayer.facts.words;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the column Means of a table of words may say for each sort that is understood here. */
public final class Meanings {

  private static final Map<String, Pattern> FORMS =
      Map.of(
          "wish", Pattern.compile(".+"),
          "topic", Pattern.compile("[a-z]+(_[a-z]+)*"),
          "document", Pattern.compile("[a-z]+(_[a-z]+)*"),
          "people", Pattern.compile("person|seat|adult|child|we|me|[1-9]\\d{0,2}"),
          "relation", Pattern.compile("[^\\d\\s-]\\S*( [1-9]\\d?)?"),
          "number", Pattern.compile("\\d{1,4}"),
          "when",
              Pattern.compile(
                  "\\d{1,3}|next_week|weekend|this_month|next_month|about|start|middle|end"
                      + "|day_of_month"),
          "weekday", Pattern.compile("[1-7]"),
          "month", Pattern.compile("[1-9]|1[0-2]"),
          "filler",
              Pattern.compile(
                  "|word|for|for_them|and|with|my|the|the_day|on_day|of|to|from|in|unit"
                      + "|here|missing|everybody|arrived|leaving"));

  private static final Map<String, String> ADVICE =
      Map.of(
          "wish", "write what is wanted, such as enquire.",
          "topic", "write what it is about in small letters, such as part_payment.",
          "document", "write what it is in small letters, such as id_document.",
          "people", "write person, seat, adult, child, we, me or a number.",
          "relation", "write a word, and the number of people if more than one: parents 2.",
          "number", "write digits, such as 12.",
          "when",
              "write days from today, or next_week, weekend, this_month, next_month, about, start,"
                  + " middle, end or day_of_month.",
          "weekday", "write 1 for Monday to 7 for Sunday.",
          "month", "write 1 for January to 12 for December.",
          "filler",
              "write nothing, word, for, for_them, and, with, my, the, the_day, on_day, of, to,"
                  + " from, in, unit, here, missing, everybody, arrived or"
                  + " leaving.");

  private Meanings() {}

  /** What would be understood, when this is not; nothing, when it is. */
  public static Optional<String> advice(String sort, String means) {
    var form = FORMS.get(sort);
    return form == null || form.matcher(means).matches()
        ? Optional.empty()
        : Optional.ofNullable(ADVICE.get(sort));
  }
}
