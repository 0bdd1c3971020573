package travel.opslayer.capability.enquiry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.DateWish;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;

/** Finds the departure that somebody means. */
record Wanted(@Nullable DateWish date, int party, LocalDate today) {

  /**
   * Of departures in order, and of those on sale while there are any: the one nearest to the day;
   * without a day the first with room for the party, or the first at all.
   */
  Optional<Departure> among(List<Departure> all) {
    var selling = all.stream().filter(Departure::sells).toList();
    var departures = selling.isEmpty() ? all : selling;
    if (date == null) {
      return departures.stream()
          .filter(it -> it.open() >= party)
          .findFirst()
          .or(() -> departures.stream().findFirst());
    }
    return sameDay(departures)
        .or(() -> departures.stream().min(Comparator.comparing(this::distance)));
  }

  /** The same; who says no day means the departure of their lead, while it is on sale. */
  Optional<Departure> among(List<Departure> all, @Nullable Lead lead) {
    return date != null || lead == null
        ? among(all)
        : all.stream()
            .filter(it -> it.code().equals(lead.departure()) && it.sells())
            .findFirst()
            .or(() -> among(all));
  }

  /** The day that is meant: of "the 20th" without a month, that of the departure on a 20th. */
  @Nullable LocalDate day(Optional<Departure> found) {
    if (date == null) {
      return null;
    }
    return dayOnly()
        ? found
            .map(Departure::startsOn)
            .filter(it -> onDay(it))
            .orElseGet(() -> date.resolve(today))
        : date.resolve(today);
  }

  private Optional<Departure> sameDay(List<Departure> departures) {
    return dayOnly()
        ? departures.stream().filter(it -> onDay(it.startsOn())).findFirst()
        : Optional.empty();
  }

  private boolean onDay(LocalDate day) {
    return date != null && date.day() != null && day.getDayOfMonth() == date.day();
  }

  private boolean dayOnly() {
    return date != null && date.month() == null && date.day() != null;
  }

  private long distance(Departure departure) {
    var wanted = date == null ? today : date.resolve(today);
    return Math.abs(ChronoUnit.DAYS.between(wanted, departure.startsOn()));
  }
}
