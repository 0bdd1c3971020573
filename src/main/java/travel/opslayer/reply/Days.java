package travel.opslayer.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people say them, for {@code select}: today, tomorrow, yesterday, or else the date. */
public final class Days {

  private Days() {}

  public static Object word(Instant at, Instant now, ZoneId zone) {
    var day = LocalDate.ofInstant(at, zone);
    var today = LocalDate.ofInstant(now, zone);
    if (day.equals(today)) {
      return "today";
    }
    if (day.equals(today.plusDays(1))) {
      return "tomorrow";
    }
    return day.equals(today.minusDays(1)) ? "yesterday" : day;
  }
}
