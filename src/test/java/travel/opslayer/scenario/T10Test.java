package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.database.Database;
import travel.opslayer.timer.DueTimers;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.Seats;

/** Full, waiting list, a seat is freed, yes on an old message at the last moment. */
class T10Test {

  private static final String KENJI = "+819000000105";
  private static final String EMMA = "+12025550104";
  private static final String DAY = "2026-11-15T";
  private static final String LATER = "2026-11-20T";

  private final House house = House.with(true, Map.of());
  private final Phones phones = new Phones(house);

  @BeforeEach
  void kenjiAndEmmaWait() {
    phones.at(DAY + "05:00:00");
    writes(KENJI, "K1", DAY, "05:00:00", "ABC march 20 for 2 people");
    phones.taps(KENJI, "K2", last(KENJI).choices().getFirst());
    house.settle();
    writes(EMMA, "E1", DAY, "05:10:02", "hey any spots left for ABC march 20? just me 🙏");
    assertThat(last(EMMA).template()).isEqualTo("enquiry/full");
    phones.at(DAY + "05:10:30");
    phones.taps(EMMA, "E2", last(EMMA).choices().getFirst());
    house.settle();
    assertThat(last(EMMA).template()).isEqualTo("waitlist/joined");
    assertThat(last(EMMA).text()).contains("WL-2");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_seat_is_kept_for_the_next_whom_it_fits_before_she_is_told() {
    seatsFreed(LATER + "03:10:00", 1);

    var offer = last(EMMA);
    assertThat(offer.template()).isEqualTo("waitlist/offer");
    assertThat(offer.kind()).isEqualTo("template");
    assertThat(offer.text()).contains("A seat is free", "USD 980", "18:25 (United States)");
    assertThat(offer.choices())
        .containsExactly("accept_offer@WL-2", "decline_offer@WL-2", "ask_person@WL-2");
    assertThat(phones.of(KENJI)).noneMatch(it -> it.template().equals("waitlist/offer"));
    assertThat(state("WL-1")).isEqualTo("waiting");
    assertThat(state("WL-2")).isEqualTo("offered");
    assertThat(house.rows("SELECT free, party, policy FROM core.waitlist_skips"))
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("free", "1").containsEntry("party", "2"));
    assertThat(seats()).isEqualTo("1 held, 11 booked");
  }

  @Test
  void yes_that_was_written_in_time_counts_although_it_comes_late() {
    var joined = last(EMMA).id();
    seatsFreed(LATER + "03:10:00", 1);
    phones.at(LATER + "05:10:20");
    phones.quotes(EMMA, "E3", joined, LATER + "05:08:40", "yes yes!!! 🙌 book it");
    house.settle();

    assertThat(last(EMMA).template()).isEqualTo("waitlist/yours");
    assertThat(last(EMMA).text())
        .contains("30 minutes", "BK-1", "deposit USD 196", "/p/", "until 18:55 United States");
    assertThat(state("WL-2")).isEqualTo("converted");
    assertThat(seats()).isEqualTo("1 held, 11 booked");

    phones.at(LATER + "05:11:00");
    DueTimers.fire(house);
    house.settle();
    assertThat(state("WL-2")).isEqualTo("converted");
    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("on_hold");

    pay(LATER + "05:21:10");
    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("confirmed");
    assertThat(phones.of(EMMA))
        .anySatisfy(it -> assertThat(it.text()).contains("USD 196", "confirmed", "1 seat"));
    assertThat(seats()).isEqualTo("0 held, 12 booked");
  }

  @Test
  void yes_that_was_written_too_late_books_nothing() {
    seatsFreed(LATER + "03:10:00", 1);
    writes(EMMA, "E3", LATER, "05:10:20", "yes book it");

    assertThat(last(EMMA).template()).isEqualTo("waitlist/over");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  @Test
  void who_asked_to_be_booked_by_itself_is_booked_and_gets_the_link() {
    phones.taps(EMMA, "E9", last(EMMA).choices().getFirst());
    house.settle();
    assertThat(last(EMMA).template()).isEqualTo("waitlist/auto");
    seatsFreed(LATER + "03:10:00", 1);
    assertThat(phones.of(EMMA)).anyMatch(it -> it.text().contains("I book it for you now"));

    assertThat(last(EMMA).template()).isEqualTo("waitlist/yours");
    assertThat(last(EMMA).text()).contains("/p/");
    assertThat(state("WL-2")).isEqualTo("converted");
    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("on_hold");
  }

  @Test
  void yes_twice_books_once() {
    seatsFreed(LATER + "03:10:00", 1);
    phones.at(LATER + "04:00:00");
    phones.taps(EMMA, "E3", "accept_offer@WL-2");
    phones.taps(EMMA, "E4", "accept_offer@WL-2");
    house.settle();

    assertThat(house.count("SELECT count(*) FROM core.bookings")).isEqualTo(1);
    assertThat(seats()).isEqualTo("1 held, 11 booked");
  }

  @Test
  void two_free_seats_are_for_kenji_first() {
    seatsFreed(LATER + "10:10:00", 2);

    assertThat(last(KENJI).template()).isEqualTo("waitlist/offer");
    assertThat(last(KENJI).text()).contains("2 seats");
    assertThat(state("WL-2")).isEqualTo("waiting");
  }

  @Test
  void who_does_not_answer_makes_room_for_the_next() {
    seatsFreed(LATER + "10:10:00", 2);
    phones.at(LATER + "12:11:00");
    DueTimers.fire(house);
    house.settle();

    assertThat(state("WL-1")).isEqualTo("lapsed");
    assertThat(last(KENJI).template()).isEqualTo("waitlist/lapsed");
    assertThat(state("WL-2")).isEqualTo("offered");
  }

  @Test
  void no_thanks_makes_room_at_once() {
    seatsFreed(LATER + "10:10:00", 2);
    phones.at(LATER + "10:20:00");
    phones.taps(KENJI, "K3", "decline_offer@WL-1");
    house.settle();

    assertThat(state("WL-1")).isEqualTo("declined");
    assertThat(state("WL-2")).isEqualTo("offered");
  }

  @Test
  void two_people_for_one_seat_is_asked_before_anything_is_booked() {
    seatsFreed(LATER + "03:10:00", 1);
    writes(EMMA, "E3", LATER, "04:00:00", "yes but for 2 people");

    assertThat(last(EMMA).template()).isEqualTo("waitlist/only_seats");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
    assertThat(state("WL-2")).isEqualTo("offered");
  }

  @Test
  void at_night_the_clock_of_the_offer_stands_still() {
    seatsFreed("2026-11-21T09:15:00", 1); // 22:30 in New York

    assertThat(
            house.column(
                "SELECT to_char(offer_until AT TIME ZONE 'America/New_York', 'DD HH24:MI')"
                    + " FROM core.waitlist WHERE code = 'WL-2'"))
        .containsExactly("21 09:00");
  }

  @Test
  void the_deadline_stands_through_a_restart() {
    seatsFreed(LATER + "03:10:00", 1);
    house.restart();
    phones.at(LATER + "05:11:00");
    DueTimers.fire(house);
    house.settle();

    assertThat(state("WL-2")).isEqualTo("lapsed");
  }

  @Test
  void a_walk_in_cannot_have_the_seat_meanwhile() {
    seatsFreed(LATER + "03:10:00", 1);
    writes("+447700900103", "T1", LATER, "03:20:00", "ABC march 20 for 1 person");

    assertThat(last("+447700900103").template()).isEqualTo("enquiry/full");
  }

  @Test
  void who_fails_to_pay_in_time_loses_the_seats_to_the_next() {
    seatsFreed(LATER + "10:10:00", 2);
    phones.at(LATER + "10:20:00");
    phones.taps(KENJI, "K3", "accept_offer@WL-1");
    house.settle();
    assertThat(last(KENJI).template()).isEqualTo("waitlist/yours");
    gateway(KENJI, LATER + "10:25:00", "pay_1", "failed");
    gateway(KENJI, LATER + "10:30:00", "pay_2", "failed");
    assertThat(last(KENJI).template()).isEqualTo("payment/failed");
    assertThat(state("WL-2")).isEqualTo("waiting");

    phones.at(LATER + "10:50:01");
    DueTimers.fire(house);
    house.settle();
    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("expired");
    assertThat(last(KENJI).template()).isEqualTo("booking/expired");
    assertThat(last(EMMA).template()).isEqualTo("waitlist/offer");
    assertThat(state("WL-2")).isEqualTo("offered");
  }

  @Test
  void what_is_undone_meanwhile_does_not_take_the_seat_back() {
    seatsFreed(LATER + "03:10:00", 1);
    phones.at(LATER + "03:30:00");
    var undo = new Command(1, UUID.randomUUID(), house.now());
    var until = house.now().plus(Duration.ofHours(1));
    var seats = house.bean(Seats.class);
    var again =
        house
            .bean(Database.class)
            .write(1, it -> seats.hold(it, undo, "ABC-0320", 1, Hold.FOR_BOOKING, until));
    assertThat(again).isInstanceOf(CoreResult.Rejected.class);
    assertThat(state("WL-2")).isEqualTo("offered");
    assertThat(seats()).isEqualTo("1 held, 11 booked");
  }

  private void seatsFreed(String at, int seats) {
    phones.at(at);
    house.execute(
        "UPDATE core.departures SET booked = booked - %d, version = version + 1 WHERE code = 'ABC-0320'"
            .formatted(seats));
    house.settle();
  }

  private void pay(String at) {
    gateway(EMMA, at, "pay_9", "succeeded");
  }

  /** On the page of the link that they were sent. */
  private void gateway(String phone, String at, String payment, String event) {
    phones.at(at);
    var sent = phones.of(phone).stream().filter(it -> it.template().equals("waitlist/yours"));
    var text = sent.toList().getLast().text();
    var link = text.substring(text.indexOf("http"), text.indexOf(" (until"));
    var body = "{\"link\":\"%s\",\"id\":\"%s\",\"event\":\"%s\"}".formatted(link, payment, event);
    var answer =
        house.post(
            "/sandbox/payments",
            body.getBytes(StandardCharsets.UTF_8),
            "content-type",
            "application/json");
    assertThat(answer.statusCode()).isEqualTo(202);
    house.settle();
  }

  private void writes(String phone, String id, String day, String at, String text) {
    phones.at(day + at);
    phones.quotes(phone, id, null, day + at, text);
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  private String state(String code) {
    return house.column("SELECT state FROM core.waitlist WHERE code = ?", code).getFirst();
  }

  private String seats() {
    return house
        .column(
            "SELECT held || ' held, ' || booked || ' booked' FROM core.departures"
                + " WHERE code = 'ABC-0320'")
        .getFirst();
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
