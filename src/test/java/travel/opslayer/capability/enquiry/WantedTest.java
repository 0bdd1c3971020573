package travel.opslayer.capability.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import travel.opslayer.facts.words.DateWish;
import travel.opslayer.travelcore.Departure;

class WantedTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 8);

  private final List<Departure> march =
      List.of(
          departure("A-0301", "2027-03-01", "closed", 9),
          departure("A-0315", "2027-03-15", "open", 3),
          departure("A-0320", "2027-03-20", "guaranteed", 0),
          departure("A-0329", "2027-03-29", "open", 9));

  private static Departure departure(String code, String day, String state, int free) {
    var start = LocalDate.parse(day);
    return new Departure(
        code, "A", start, start.plusDays(9), state, 12, 0, 12 - free, 0, null, null, 1);
  }

  private static DateWish on(@Nullable Integer month, @Nullable Integer day) {
    return new DateWish(null, month, day, false);
  }

  private static @Nullable String among(
      List<Departure> departures, @Nullable DateWish date, int party) {
    return new Wanted(date, party, TODAY).among(departures).map(Departure::code).orElse(null);
  }

  @Test
  void the_nearest_to_the_day_is_meant_before_it_or_after_it() {
    assertThat(among(march, on(3, 15), 2)).isEqualTo("A-0315");
    assertThat(among(march, on(3, 17), 2)).isEqualTo("A-0315");
    assertThat(among(march, on(3, 18), 2)).isEqualTo("A-0320");
    assertThat(among(march, on(4, 20), 2)).isEqualTo("A-0329");
    assertThat(among(march, on(12, 1), 2)).isEqualTo("A-0315");
  }

  @Test
  void a_month_is_meant_from_its_first_day() {
    assertThat(among(march, on(3, null), 2)).isEqualTo("A-0315");
    assertThat(among(march, on(4, null), 2)).isEqualTo("A-0329");
  }

  @Test
  void a_day_without_a_month_is_that_of_a_departure_on_such_a_day() {
    assertThat(among(march, on(null, 20), 1)).isEqualTo("A-0320");
    assertThat(among(march, on(null, 29), 1)).isEqualTo("A-0329");
    assertThat(among(march, on(null, 21), 1))
        .as("the next 21st is in November")
        .isEqualTo("A-0315");
  }

  @Test
  void without_a_day_the_first_with_room_is_meant_or_else_the_first() {
    assertThat(among(march, null, 3)).isEqualTo("A-0315");
    assertThat(among(march, null, 4)).isEqualTo("A-0329");
    assertThat(among(march, null, 10)).isEqualTo("A-0315");
  }

  @Test
  void what_is_closed_is_meant_only_when_nothing_else_is_there() {
    var closed = march.subList(0, 1);

    assertThat(among(march, on(3, 1), 2)).isEqualTo("A-0315");
    assertThat(among(closed, on(3, 15), 2)).isEqualTo("A-0301");
    assertThat(among(closed, null, 2)).isEqualTo("A-0301");
    assertThat(among(List.of(), on(3, 15), 2)).isNull();
  }

  @Test
  void one_that_is_full_is_meant_by_its_day_so_that_there_is_a_waiting_list() {
    assertThat(among(march, on(3, 20), 1)).isEqualTo("A-0320");
  }

  @Test
  void the_day_wanted_is_the_one_said_and_of_a_day_alone_that_of_the_departure() {
    assertThat(day(on(3, 17))).isEqualTo(LocalDate.of(2027, 3, 17));
    assertThat(day(on(null, 20))).isEqualTo(LocalDate.of(2027, 3, 20));
    assertThat(day(on(null, 21))).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(day(null)).isNull();
  }

  private @Nullable LocalDate day(@Nullable DateWish date) {
    var wanted = new Wanted(date, 1, TODAY);
    return wanted.day(wanted.among(march));
  }
}
