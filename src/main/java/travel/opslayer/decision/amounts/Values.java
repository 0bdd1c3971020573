package travel.opslayer.decision.amounts;

import java.time.LocalDate;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Scale;
import travel.opslayer.decision.language.Scale.Money;
import travel.opslayer.decision.language.Scale.Plain;
import travel.opslayer.facts.Durations;
import travel.opslayer.facts.Field.Type;

/**
 * Reads single values: a number, a day, a length of time, a sum of money, or a parameter of one.
 *
 * @param type of the field that they are compared with
 * @param what the place, as its author calls it
 */
record Values(Lexicon lexicon, Type type, Scale scale, String what) {

  /** Good with a {@code Long}, a {@code String} or an {@link Sums.Amount}. */
  Reading read(String typed) {
    return lexicon.resolved(what, typed, this::plain);
  }

  private Reading plain(String typed) {
    return switch (scale) {
      case Plain.NUMBER -> lexicon.number(what, typed);
      case Plain.DATE ->
          switch (Days.read(what, typed)) {
            case Good(LocalDate it) -> new Good(day(it));
            case Reading it -> it;
          };
      case Plain.DURATION -> length(typed);
      case Money _ -> Sums.read(what, typed);
    };
  }

  /** The digits of a day sort as days do, and can be read in a stored situation. */
  private Object day(LocalDate day) {
    return type == Type.TEXT
        ? day.toString()
        : (Object) (day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth());
  }

  private Reading length(String typed) {
    return Durations.of(typed)
        .<Reading>map(it -> new Good(it.toSeconds()))
        .orElseGet(
            () ->
                new Bad(
                    "%s (%s) is not a length of time.".formatted(what, Lexicon.shorten(typed)),
                    "write it as 90 min, 2 h, 1 h 30 min or 3 days."));
  }
}
