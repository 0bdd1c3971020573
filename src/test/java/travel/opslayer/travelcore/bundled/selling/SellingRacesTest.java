package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.NOW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TODAY;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TOMORROW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.UNIT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.terms;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.together;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings.Change;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Quote;

/** Many at once: one offer is accepted, money moves once, nobody waits in a circle. */
class SellingRacesTest {

  private static final SellingOffice OFFICE = new SellingOffice();
  private static final int ROUNDS = 25;
  private static final int CLIENTS = 8;
  private static final int MOVES = 150;

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void of_two_revisions_that_are_accepted_at_once_one_is() throws Exception {
    OFFICE.departure("TWO", 999);
    for (var round = 0; round < ROUNDS; round++) {
      var lead = OFFICE.lead();
      var first =
          OFFICE
              .give((sql, it) -> OFFICE.quotes.draft(sql, it, lead, terms("TWO", 2, 500)))
              .then(it -> OFFICE.give((sql, c) -> OFFICE.quotes.send(sql, c, it.id())))
              .done()
              .orElseThrow();
      var second =
          OFFICE
              .give(
                  (sql, it) -> OFFICE.quotes.revise(sql, it, first.quote(), terms("TWO", 2, 1000)))
              .done()
              .orElseThrow();

      together(CLIENTS, it -> OFFICE.write(sql -> accept(sql, it, first, second)));

      var revisions = OFFICE.write(sql -> OFFICE.quotes.byCode(sql, TENANT, first.code()));
      var accepted = revisions.stream().filter(it -> it.state().equals(Quote.ACCEPTED)).toList();
      assertThat(accepted).hasSize(1);
      var booked = OFFICE.write(sql -> BookingRepository.ofQuote(sql, TENANT, first.quote()));
      assertThat(booked).hasSizeLessThanOrEqualTo(1);
      assertThat(booked).allMatch(it -> it.totalMinor() == accepted.getFirst().totalMinor());
    }
    assertThat(OFFICE.tally("TWO").isTrue()).isTrue();
  }

  /** One takes what is there, one sends the better offer and takes that; some book as well. */
  private static boolean accept(Sql sql, int client, Quote first, Quote second) {
    var it = client % 2 == 0 ? first : second;
    if (it == second) {
      OFFICE.quotes.send(sql, SellingOffice.command(NOW), it.id());
    }
    var command = SellingOffice.command(NOW);
    return client % 4 < 2
        ? OFFICE.quotes.accept(sql, command, it.id()).done().isPresent()
        : OFFICE.bookings.holdQuoted(sql, command, it.id(), TODAY, TOMORROW).done().isPresent();
  }

  @Test
  void bookings_that_move_crosswise_never_wait_in_a_circle_and_oversell_nothing() throws Exception {
    OFFICE.departure("CROSS-A", 6).departure("CROSS-B", 6);
    var codes =
        List.of(
            OFFICE.sold("CROSS-A", 3).code(),
            OFFICE.sold("CROSS-B", 3).code(),
            OFFICE.hold("CROSS-A", 1).code(),
            OFFICE.hold("CROSS-B", 1).code());
    var outcomes = new ConcurrentHashMap<String, Integer>();

    together(
        CLIENTS,
        client -> {
          var random = new SplittableRandom(client);
          for (var i = 0; i < MOVES; i++) {
            var code = codes.get(random.nextInt(codes.size()));
            count(outcomes, () -> OFFICE.write(sql -> move(sql, code)));
          }
          return 0;
        });

    assertThat(outcomes).containsOnlyKeys("done", "SOLD_OUT", "has changed");
    assertThat(outcomes.getOrDefault("done", 0)).isGreaterThan(CLIENTS * MOVES / 20);
    for (var departure : List.of("CROSS-A", "CROSS-B")) {
      var tally = OFFICE.tally(departure);
      assertThat(tally.isTrue()).as("%s", tally).isTrue();
      assertThat(tally.held() + tally.booked()).isLessThanOrEqualTo(6);
    }
  }

  private static CoreResult<Booking> move(Sql sql, String code) {
    var it = OFFICE.bookings.byCode(sql, TENANT, code).orElseThrow();
    var other = it.departure().equals("CROSS-A") ? "CROSS-B" : "CROSS-A";
    var change = new Change(other, it.party(), it.totalMinor(), it.depositMinor());
    return OFFICE.bookings.amend(sql, SellingOffice.command(NOW), it, change);
  }

  @Test
  void whatever_many_do_to_the_same_bookings_seats_and_money_hold() throws Exception {
    OFFICE.departure("MIX-A", 8).departure("MIX-B", 8);
    var codes =
        IntStream.range(0, 5)
            .mapToObj(it -> OFFICE.hold(it % 2 == 0 ? "MIX-A" : "MIX-B", 2).code())
            .toList();
    var outcomes = new ConcurrentHashMap<String, Integer>();

    together(
        CLIENTS,
        client -> {
          var random = new SplittableRandom(client);
          for (var i = 0; i < MOVES; i++) {
            var code = codes.get(random.nextInt(codes.size()));
            count(outcomes, () -> OFFICE.write(sql -> any(sql, random, code)));
          }
          return 0;
        });

    assertThat(outcomes)
        .containsOnlyKeys("done", "SOLD_OUT", "NOT_CHANGEABLE", "has changed")
        .satisfies(it -> assertThat(it.getOrDefault("done", 0)).isGreaterThan(CLIENTS));
    for (var departure : List.of("MIX-A", "MIX-B")) {
      var tally = OFFICE.tally(departure);
      assertThat(tally.isTrue()).as("%s", tally).isTrue();
    }
    for (var code : codes) {
      var it = OFFICE.write(sql -> OFFICE.bookings.byCode(sql, TENANT, code)).orElseThrow();
      var charged = it.state().equals(Booking.CONFIRMED) ? it.totalMinor() : 0;
      assertThat(OFFICE.balance(it).chargedMinor()).isEqualTo(charged);
    }
  }

  private static CoreResult<Booking> any(Sql sql, SplittableRandom random, String code) {
    var it = OFFICE.bookings.byCode(sql, TENANT, code).orElseThrow();
    var command = SellingOffice.command(NOW);
    return switch (random.nextInt(20)) {
      case 0 -> OFFICE.bookings.cancel(sql, command, it);
      case 1, 2, 3 -> OFFICE.bookings.confirm(sql, command, it);
      case 4, 5, 6 -> OFFICE.bookings.extend(sql, command, it, TOMORROW.plusSeconds(60));
      default -> {
        var party = 1 + random.nextInt(3);
        var to = random.nextBoolean() ? "MIX-A" : "MIX-B";
        yield OFFICE.bookings.amend(sql, command, it, new Change(to, party, party * UNIT, 0));
      }
    };
  }

  private interface Try {
    CoreResult<Booking> once();
  }

  /** A deadlock would be counted by what the database says of it. */
  private static void count(Map<String, Integer> outcomes, Try work) {
    String outcome;
    try {
      outcome =
          switch (work.once()) {
            case Done<Booking> _ -> "done";
            case Rejected<Booking>(var why, _) -> why.name();
            case CoreResult.Unknown<Booking> _, CoreResult.Unsupported<Booking> _ -> "?";
          };
    } catch (TryAgain e) {
      var said = String.valueOf(e.getMessage());
      outcome = said.contains("has changed") ? "has changed" : said;
    }
    outcomes.merge(outcome, 1, Integer::sum);
  }

  @Test
  void one_event_that_twenty_hear_at_once_moves_money_once() throws Exception {
    OFFICE.departure("PAY", 9);
    for (var round = 0; round < 5; round++) {
      var booking = OFFICE.sold("PAY", 1);
      var event = "gateway evt_" + round;

      var results = together(20, _ -> OFFICE.post(booking, Entry.PAYMENT, 52_200, event));

      assertThat(results).allMatch(it -> it.done().isPresent());
      assertThat(results).containsOnly(results.getFirst());
      assertThat(OFFICE.balance(booking).paidMinor()).isEqualTo(52_200);
    }
  }

  @Test
  void of_ten_refunds_at_once_as_many_are_made_as_was_paid() throws Exception {
    OFFICE.departure("REFUND", ROUNDS);
    for (var round = 0; round < ROUNDS; round++) {
      var booking = OFFICE.sold("REFUND", 1);
      var name = "refund " + round + " ";
      OFFICE.post(booking, Entry.PAYMENT, 100, name + "of");

      var results = together(10, it -> OFFICE.post(booking, Entry.REFUND, 30, name + it));

      assertThat(results).filteredOn(it -> it.done().isPresent()).hasSize(3);
      assertThat(OFFICE.balance(booking).keptMinor()).isEqualTo(10);
    }
  }
}
