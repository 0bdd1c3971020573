package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {

  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

  private final OfficeHours office = OfficeHours.of("Sun-Fri 09:00-19:00", KATHMANDU).orElseThrow();

  /** 2026-11-08 is a Sunday. */
  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(KATHMANDU).toInstant();
  }

  @Test
  void it_is_open_from_the_first_minute_and_closed_from_the_last() {
    assertThat(office.isOpen(at("2026-11-08T08:59:59"))).isFalse();
    assertThat(office.isOpen(at("2026-11-08T09:00"))).isTrue();
    assertThat(office.isOpen(at("2026-11-08T18:59:59"))).isTrue();
    assertThat(office.isOpen(at("2026-11-08T19:00"))).isFalse();
  }

  @Test
  void the_week_may_begin_on_a_sunday() {
    assertThat(office.isOpen(at("2026-11-13T12:00"))).as("Friday").isTrue();
    assertThat(office.isOpen(at("2026-11-14T12:00"))).as("Saturday").isFalse();
    assertThat(office.isOpen(at("2026-11-15T12:00"))).as("Sunday").isTrue();
  }

  @Test
  void the_hours_are_those_of_the_office_wherever_the_service_runs() {
    var madrid = OfficeHours.of("Sun-Fri 09:00-19:00", ZoneId.of("Europe/Madrid")).orElseThrow();

    assertThat(office.isOpen(Instant.parse("2026-11-08T03:15:00Z"))).isTrue();
    assertThat(madrid.isOpen(Instant.parse("2026-11-08T03:15:00Z"))).isFalse();
  }

  @Test
  void it_opens_next_after_now_today_tomorrow_or_after_the_free_day() {
    assertThat(office.opensAfter(at("2026-11-08T08:00"))).isEqualTo(at("2026-11-08T09:00"));
    assertThat(office.opensAfter(at("2026-11-08T09:00"))).isEqualTo(at("2026-11-09T09:00"));
    assertThat(office.opensAfter(at("2026-11-13T19:30"))).isEqualTo(at("2026-11-15T09:00"));
  }

  @Test
  void an_office_that_opens_one_day_a_week_opens_next_week() {
    var sundays = OfficeHours.of("Sunday-sun 09:00-12:00", KATHMANDU).orElseThrow();

    assertThat(sundays.opensAfter(at("2026-11-08T10:00"))).isEqualTo(at("2026-11-15T09:00"));
  }

  @Test
  void it_may_be_open_until_midnight() {
    var late = OfficeHours.of("Mon-Sun 00:00-24:00", KATHMANDU).orElseThrow();

    assertThat(late.isOpen(at("2026-11-08T23:59:59"))).isTrue();
    assertThat(late.isOpen(at("2026-11-09T00:00"))).isTrue();
  }

  @Test
  void when_the_clocks_change_the_door_still_opens_at_nine() {
    var madrid = ZoneId.of("Europe/Madrid");
    var hours = OfficeHours.of("Mon-Sun 09:00-19:00", madrid).orElseThrow();
    var eve = LocalDateTime.parse("2027-03-27T20:00").atZone(madrid).toInstant();

    assertThat(hours.opensAfter(eve)).isEqualTo(Instant.parse("2027-03-28T07:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9-7",
        "Sun-Fri",
        "Sun-Fri 9:00-19:00",
        "Xyz-Fri 09:00-19:00",
        "Sun-Fri 25:00-26:00",
        "Sun-Fri 09:60-19:00",
        "Sun-Fri 24:00-24:00"
      })
  void what_is_no_such_time_is_none(String text) {
    assertThat(OfficeHours.of(text, KATHMANDU)).isEmpty();
  }

  @Test
  void an_office_without_hours_is_always_open() {
    assertThat(OfficeHours.always(KATHMANDU).isOpen(at("2026-11-14T03:00"))).isTrue();
  }
}
