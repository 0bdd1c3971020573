package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Sunday, 8 November 2026. */
class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "15 march,2027-03-15",
    "15th of march,2027-03-15",
    "march 15th,2027-03-15",
    "march the 15th,2027-03-15",
    "marhc 15,2027-03-15",
    "15 mar,2027-03-15",
    "15mar,2027-03-15",
    "15 sept,2027-09-15",
    "15 de marzo,2027-03-15",
    "15 de marzo de 2028,2028-03-15",
    "'march 15, 2028',2028-03-15",
    "quince de marzo,2027-03-15",
    "primero de abril,2027-04-01",
    "15 मार्च,2027-03-15",
    "१५ मार्च,2027-03-15",
    "15-20 march,2027-03-15",
    "march 15-20,2027-03-15",
    "del 15 al 28 de marzo,2027-03-15",
    "15/3,2027-03-15",
    "15.03,2027-03-15",
    "15-03,2027-03-15",
    "31-12,2026-12-31",
    "15-03-2027,2027-03-15",
    "15.3.27,2027-03-15",
    "2027-03-15,2027-03-15",
    "3/15,2027-03-15",
    "'march, 4 people',2027-03-01",
    "in november,2026-11-08",
    "en sept,2027-09-01",
    "8 november,2026-11-08",
    "7 november,2027-11-07",
    "el 20,2026-11-20",
    "el 8,2026-11-08",
    "el 7,2026-12-07",
    "the 31st,2026-12-31",
    "20 tarikh,2026-11-20",
    "29 feb,2028-02-29",
    "20 ko,2026-11-20",
    "del 15 al 20,2026-11-15",
    "from 15 to 20,2026-11-15",
    "somvar,2026-11-09",
    "बारह मार्च,2027-03-12",
    "today,2026-11-08",
    "tomorow,2026-11-09",
    "pasado mañana,2026-11-10",
    "kal,2026-11-09",
    "on friday,2026-11-13",
    "el domingo,2026-11-08",
    "friday the 20th,2026-11-20",
    "next month,2026-12-01"
  })
  void a_date_is_the_next_such_day(String typed, LocalDate date) {
    assertThat(resolved("en", typed)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31 april",
        "29 feb 2027",
        "31/4",
        "15",
        "15 people",
        "for 15",
        "the 2 of us",
        "the 9 am bus",
        "el 20%",
        "2 days ago",
        "9 am",
        "12:20",
        "room 12",
        "10-12 people",
        "from 4 to 6 people",
        "2 ko lagi",
        "1.450",
        "3-4",
        "10-12",
        "I may come",
        "a nice match",
        "mayor",
        "a day in the sun",
        "980 5550100",
        "EBC-0315",
        "40 march 2"
      })
  void what_is_no_date_gives_none(String typed) {
    assertThat(ShippedWords.read("en", typed).date()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "mid march,2027-03-15",
    "finales de marzo,2027-03-25",
    "early april,2027-04-05",
    "el 15 de abril mas o menos,2027-04-15",
    "around the 20th,2026-11-20",
    "~15 march,2027-03-15",
    "15 march ke aas paas,2027-03-15",
    "next week,2026-11-15"
  })
  void about_is_kept_beside_the_date(String typed, LocalDate date) {
    assertThat(ShippedWords.read("en", typed).date())
        .matches(DateWish::approximate)
        .extracting(it -> it.resolve(ShippedWords.TODAY))
        .isEqualTo(date);
  }

  @Test
  void about_beside_something_else_leaves_the_date_exact() {
    assertThat(ShippedWords.read("en", "tell me about food please, we come on 15 march").date())
        .isEqualTo(new DateWish(null, 3, 15, false));
  }

  @Test
  void the_month_comes_first_only_where_the_country_writes_so() {
    assertThat(resolved("en-US", "4/5")).isEqualTo("2027-04-05");
    assertThat(resolved("en", "4/5")).isEqualTo("2027-05-04");
    assertThat(resolved(null, "4/5/2027")).isEqualTo("2027-05-04");
    assertThat(resolved("en-US", "25/12")).isEqualTo("2026-12-25");
  }

  @Test
  void a_month_in_one_bubble_and_a_day_in_another_are_one_date() {
    assertThat(ShippedWords.read("es", "en marzo", "el 15 mas o menos").date())
        .isEqualTo(new DateWish(null, 3, 15, true));
    assertThat(ShippedWords.read("es", "en abril", "el 31").date()).isNull();
  }

  @Test
  void what_was_left_open_is_told() {
    assertThat(ShippedWords.read("es", "en marzo").date())
        .isEqualTo(new DateWish(null, 3, null, false));
    assertThat(ShippedWords.read("es", "el 20").date())
        .isEqualTo(new DateWish(null, null, 20, false));
  }

  @Test
  void a_wish_without_month_and_day_is_none() {
    assertThatThrownBy(() -> new DateWish(2027, null, null, false))
        .hasMessage("A date needs a month or a day. Maybe there is none.");
  }

  @Test
  void a_day_that_the_month_lacks_is_in_the_next_that_has_it() {
    var wish = new DateWish(null, null, 31, false);
    assertThat(wish.resolve(LocalDate.of(2027, 2, 1))).isEqualTo("2027-03-31");
    assertThat(wish.resolve(LocalDate.of(2027, 3, 31))).isEqualTo("2027-03-31");
  }

  private static LocalDate resolved(@Nullable String hint, String typed) {
    var date = Objects.requireNonNull(ShippedWords.read(hint, typed).date(), typed);
    return date.resolve(ShippedWords.TODAY);
  }
}
