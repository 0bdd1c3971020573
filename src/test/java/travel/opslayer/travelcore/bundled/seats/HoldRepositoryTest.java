package travel.opslayer.travelcore.bundled.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.NOW;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.TENANT;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.command;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.DatabaseFailure;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.seats.SeatOffice.Tally;
import travel.opslayer.travelcore.seats.Hold;

class HoldRepositoryTest {

  private static final SeatOffice OFFICE = new SeatOffice();
  private static final Instant LATER = NOW.plusSeconds(7200);

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void seats_are_taken_as_long_as_there_are_some() {
    OFFICE.departure("TAKE", 3);

    assertThat(OFFICE.hold("TAKE", 2).done()).isPresent();
    assertRejected(OFFICE.hold("TAKE", 2), Why.SOLD_OUT, "1");
    assertThat(OFFICE.hold("TAKE", 1).done()).isPresent();
    assertThat(OFFICE.tally("TAKE")).isEqualTo(new Tally(3, 0, 0, 3, 0, 0));
  }

  @Test
  void the_same_command_again_is_the_same_hold_and_another_wish_is_refused() {
    OFFICE.departure("TWICE", 4);
    var id = UUID.randomUUID();

    var first = OFFICE.hold(id, "TWICE", 2, NOW, LATER);
    assertThat(OFFICE.hold(id, "TWICE", 2, NOW, LATER)).isEqualTo(first);
    assertRejected(
        OFFICE.hold(id, "TWICE", 3, NOW, LATER), Why.IDEMPOTENCY_MISMATCH, "hold TWICE 2 booking");
    assertThat(OFFICE.tally("TWICE").held()).isEqualTo(2);
  }

  @Test
  void a_refusal_is_remembered_too() {
    OFFICE.departure("FULL", 1);
    var kept = OFFICE.hold("FULL", 1).done().orElseThrow();
    var id = UUID.randomUUID();
    assertRejected(OFFICE.hold(id, "FULL", 1, NOW, LATER), Why.SOLD_OUT, "0");

    OFFICE.give((sql, it) -> OFFICE.seats.release(sql, it, kept.id()));

    assertRejected(OFFICE.hold(id, "FULL", 1, NOW, LATER), Why.SOLD_OUT, "0");
    assertThat(OFFICE.hold("FULL", 1).done()).isPresent();
  }

  @Test
  void what_is_held_no_longer_is_free_for_the_next_though_nobody_swept() {
    OFFICE.departure("LAPSE", 2);
    var first = OFFICE.hold(UUID.randomUUID(), "LAPSE", 2, NOW, NOW.plusSeconds(60));

    assertRejected(
        OFFICE.hold(UUID.randomUUID(), "LAPSE", 1, NOW.plusSeconds(59), LATER), Why.SOLD_OUT, "0");
    assertThat(OFFICE.hold(UUID.randomUUID(), "LAPSE", 1, NOW.plusSeconds(60), LATER).done())
        .isPresent();

    assertThat(state(first.done().orElseThrow())).isEqualTo(Hold.EXPIRED);
    assertThat(OFFICE.tally("LAPSE")).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
  }

  @Test
  void held_seats_are_sold_once() {
    OFFICE.departure("SELL", 2);
    var hold = OFFICE.hold("SELL", 2).done().orElseThrow();

    assertThat(OFFICE.give((sql, it) -> OFFICE.seats.sell(sql, it, hold.id())).done()).isPresent();
    assertThat(OFFICE.give((sql, it) -> OFFICE.seats.sell(sql, it, hold.id())).done()).isPresent();
    assertThat(OFFICE.tally("SELL")).isEqualTo(new Tally(0, 2, 0, 0, 2, 0));
  }

  @Test
  void seats_that_are_no_longer_held_are_not_sold() {
    OFFICE.departure("LATE", 2);
    var hold = OFFICE.hold(UUID.randomUUID(), "LATE", 2, NOW, NOW.plusSeconds(60)).done();
    var late = command(UUID.randomUUID(), NOW.plusSeconds(60));

    var sold = OFFICE.write(sql -> OFFICE.seats.sell(sql, late, hold.orElseThrow().id()));

    assertRejected(sold, Why.HOLD_GONE, Hold.ACTIVE);
    assertThat(OFFICE.tally("LATE")).isEqualTo(new Tally(0, 0, 0, 0, 0, 0));
  }

  @Test
  void held_and_sold_seats_are_freed_once() {
    OFFICE.departure("FREE", 4);
    var held = OFFICE.hold("FREE", 1).done().orElseThrow();
    var sold = OFFICE.hold("FREE", 2).done().orElseThrow();
    OFFICE.give((sql, it) -> OFFICE.seats.sell(sql, it, sold.id()));

    for (var i = 0; i < 2; i++) {
      OFFICE.give((sql, it) -> OFFICE.seats.release(sql, it, held.id()));
      OFFICE.give((sql, it) -> OFFICE.seats.release(sql, it, sold.id()));
    }

    assertThat(OFFICE.tally("FREE")).isEqualTo(new Tally(0, 0, 0, 0, 0, 0));
  }

  @Test
  void a_hold_is_kept_longer_only_while_it_holds() {
    OFFICE.departure("LONGER", 2);
    var hold = OFFICE.hold(UUID.randomUUID(), "LONGER", 1, NOW, NOW.plusSeconds(60)).done();
    var id = hold.orElseThrow().id();

    assertThat(OFFICE.give((sql, it) -> OFFICE.seats.extend(sql, it, id, LATER)).done())
        .hasValueSatisfying(it -> assertThat(it.until()).isEqualTo(LATER));
    var late = command(UUID.randomUUID(), LATER);
    assertRejected(
        OFFICE.write(sql -> OFFICE.seats.extend(sql, late, id, LATER.plusSeconds(9))),
        Why.HOLD_GONE,
        Hold.ACTIVE);
  }

  @Test
  void what_is_closed_unknown_or_about_to_start_is_not_sold() {
    OFFICE.departure("SHUT", 2);
    OFFICE.write(
        sql -> sql.update("UPDATE core.departures SET state = 'closed' WHERE code = 'SHUT'"));

    assertRejected(OFFICE.hold("SHUT", 1), Why.CLOSED, "2");
    assertRejected(OFFICE.hold("NONE", 1), Why.NOT_FOUND, "NONE");
    OFFICE.departure("SOON", 2);
    var start = Instant.parse("2027-03-15T00:15:00Z"); // 06:00 in Kathmandu
    assertThat(OFFICE.hold(UUID.randomUUID(), "SOON", 1, start.minusSeconds(1), start).done())
        .isPresent();
    assertRejected(
        OFFICE.hold(UUID.randomUUID(), "SOON", 1, start, start.plusSeconds(60)), Why.CUTOFF, "2");
  }

  @Test
  void a_wish_that_makes_no_sense_is_refused() {
    OFFICE.departure("SENSE", 2);

    assertThat(OFFICE.hold("SENSE", 0)).isInstanceOf(Rejected.class);
    assertThat(OFFICE.hold(UUID.randomUUID(), "SENSE", 1, NOW, NOW)).isInstanceOf(Rejected.class);
  }

  @Test
  void the_database_itself_refuses_one_seat_too_many() {
    OFFICE.departure("CHECK", 2);

    assertThatThrownBy(
            () ->
                OFFICE.write(
                    sql -> sql.update("UPDATE core.departures SET held = 3 WHERE code = 'CHECK'")))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("departures_never_oversold");
  }

  @Test
  void sweeping_frees_what_nobody_asked_for() {
    OFFICE.departure("SWEEP", 2);
    OFFICE.hold(UUID.randomUUID(), "SWEEP", 2, NOW, NOW.plusSeconds(60));

    var swept = OFFICE.write(sql -> OFFICE.seats.sweep(sql, TENANT, NOW.plusSeconds(60), 10));

    assertThat(swept).isGreaterThanOrEqualTo(1);
    assertThat(OFFICE.tally("SWEEP").held()).isZero();
  }

  private static String state(Hold hold) {
    return OFFICE.write(sql -> OFFICE.seats.find(sql, TENANT, hold.id())).orElseThrow().state();
  }

  private static void assertRejected(CoreResult<Hold> result, Why why, String detail) {
    assertThat(result).isEqualTo(new Rejected<Hold>(why, detail));
  }
}
