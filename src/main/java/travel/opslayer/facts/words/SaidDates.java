package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a burst.
 *
 * @param told by a number or a month, the clearest first
 * @param near told from today, as "tomorrow" and "on Friday"
 */
record SaidDates(List<DateWish> told, List<DateWish> near) {

  static SaidDates nothing() {
    return new SaidDates(new ArrayList<>(), new ArrayList<>());
  }

  void add(SaidDates other) {
    told.addAll(other.told);
    near.addAll(other.near);
  }

  /** One date out of all: "in march" and "the 15th" are 15 March, and clearer than "Friday". */
  @Nullable DateWish merge() {
    var month = told.stream().filter(it -> it.month() != null).findFirst();
    var day = told.stream().filter(it -> it.month() == null).findFirst();
    var dated = told.stream().filter(it -> it.month() != null && it.day() != null).findFirst();
    if (dated.isPresent()) {
      return dated.get();
    }
    if (month.isEmpty() || day.isEmpty()) {
      return month.or(() -> day).or(() -> near.stream().findFirst()).orElse(null);
    }
    var about = month.get().approximate() || day.get().approximate();
    return DateWish.of(month.get().year(), month.get().month(), day.get().day())
        .map(it -> about ? it.about() : it)
        .orElse(null);
  }
}
