package travel.opslayer.travelcore.bundled.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.NOW;
import static travel.opslayer.travelcore.bundled.seats.SeatOffice.TENANT;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.seats.SeatOffice.Tally;
import travel.opslayer.travelcore.seats.Fit;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.WaitlistEntry;

class BundledWaitlistTest {

  private static final SeatOffice OFFICE = new SeatOffice();
  private static final Instant LATER = NOW.plusSeconds(7200);

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void who_comes_first_is_first_and_everybody_knows_their_place() {
    full("LINE", 2);

    var first = join("LINE", 2);
    var second = join("LINE", 1);

    assertThat(first.ahead()).isZero();
    assertThat(second.ahead()).isEqualTo(1);
    assertThat(second.code()).startsWith("WL-");
    assertThat(OFFICE.tally("LINE").waiting()).isEqualTo(2);
  }

  @Test
  void a_person_waits_once_for_a_departure() {
    full("ONCE", 1);
    var person = UUID.randomUUID();

    var first = OFFICE.give((sql, it) -> OFFICE.waitlist.join(sql, it, "ONCE", person, 1, false));
    var again = OFFICE.give((sql, it) -> OFFICE.waitlist.join(sql, it, "ONCE", person, 1, false));

    assertThat(again).isEqualTo(first);
    assertThat(OFFICE.tally("ONCE").waiting()).isEqualTo(1);
  }

  @Test
  void a_freed_seat_is_for_those_who_wait_before_it_is_offered_and_after() {
    var sold = full("GUARD", 1);
    var waiting = join("GUARD", 1);
    free(sold);

    assertThat(OFFICE.hold("GUARD", 1)).isEqualTo(new Rejected<Hold>(Why.WAITLIST_ONLY, "1"));
    offer(waiting);
    assertThat(OFFICE.hold("GUARD", 1)).isEqualTo(new Rejected<Hold>(Why.SOLD_OUT, "0"));
    assertThat(OFFICE.tally("GUARD")).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
  }

  @Test
  void a_party_that_does_not_fit_is_passed_over_and_the_reason_is_kept() {
    var sold = OFFICE.departure("FIT", 3).hold("FIT", 1).done().orElseThrow();
    sell(OFFICE.hold("FIT", 2).done().orElseThrow());
    var large = join("FIT", 2);
    var small = join("FIT", 1);
    free(sold);

    assertThat(next("FIT", Fit.WAIT)).isEmpty();
    assertThat(next("FIT", Fit.SKIP)).contains(small.id());

    assertThat(skips(large)).isEqualTo(2);
    assertThat(skips(small)).isZero();
    assertThat(state(large).state()).isEqualTo(WaitlistEntry.WAITING);
    assertThat(state(large).ahead()).isZero();
  }

  @Test
  void who_says_yes_has_the_very_seats_that_were_kept() {
    var sold = full("YES", 2);
    var entry = join("YES", 2);
    free(sold);
    offer(entry);

    var accepted =
        OFFICE.give((sql, it) -> OFFICE.waitlist.accept(sql, it, entry.id(), LATER)).done();
    sell(hold(accepted.orElseThrow()));

    assertThat(state(entry).state()).isEqualTo(WaitlistEntry.CONVERTED);
    assertThat(OFFICE.tally("YES")).isEqualTo(new Tally(0, 2, 0, 0, 2, 0));
  }

  @Test
  void seats_that_are_declined_or_not_answered_for_go_to_the_next() {
    var sold = full("NEXT", 1);
    var first = join("NEXT", 1);
    var second = join("NEXT", 1);
    var third = join("NEXT", 1);
    free(sold);

    offer(first);
    OFFICE.give((sql, it) -> OFFICE.waitlist.decline(sql, it, first.id()));
    assertThat(next("NEXT", Fit.SKIP)).contains(second.id());
    offer(second);
    OFFICE.give((sql, it) -> OFFICE.waitlist.lapse(sql, it, second.id()));
    assertThat(next("NEXT", Fit.SKIP)).contains(third.id());

    assertThat(state(first).state()).isEqualTo(WaitlistEntry.DECLINED);
    assertThat(state(second).state()).isEqualTo(WaitlistEntry.LAPSED);
  }

  @Test
  void a_late_yes_has_the_seats_only_while_nobody_else_does() {
    var sold = full("TOOLATE", 1);
    var first = join("TOOLATE", 1);
    var second = join("TOOLATE", 1);
    free(sold);
    offer(first);
    OFFICE.give((sql, it) -> OFFICE.waitlist.lapse(sql, it, first.id()));

    var late = OFFICE.give((sql, it) -> OFFICE.waitlist.accept(sql, it, first.id(), LATER));
    assertThat(late).isEqualTo(new Rejected<WaitlistEntry>(Why.NOT_CHANGEABLE, "lapsed"));
    offer(second);
    var again = OFFICE.give((sql, it) -> OFFICE.waitlist.offer(sql, it, first.id(), LATER));
    assertThat(again).isEqualTo(new Rejected<WaitlistEntry>(Why.SOLD_OUT, "0"));
  }

  @Test
  void whoever_leaves_the_line_is_asked_no_more_and_gives_back_what_was_kept() {
    var sold = full("LEAVE", 1);
    var first = join("LEAVE", 1);
    var second = join("LEAVE", 1);
    OFFICE.give((sql, it) -> OFFICE.waitlist.withdraw(sql, it, second.id()));
    free(sold);
    offer(first);
    OFFICE.give((sql, it) -> OFFICE.waitlist.withdraw(sql, it, first.id()));

    assertThat(next("LEAVE", Fit.SKIP)).isEmpty();
    assertThat(OFFICE.tally("LEAVE")).isEqualTo(new Tally(0, 0, 0, 0, 0, 0));
    assertThat(OFFICE.hold("LEAVE", 1).done()).isPresent();
  }

  @Test
  void an_offer_does_not_end_by_itself_for_its_message_may_still_be_on_the_way() {
    var sold = full("KEEP", 1);
    var entry = join("KEEP", 1);
    free(sold);
    OFFICE.give((sql, it) -> OFFICE.waitlist.offer(sql, it, entry.id(), NOW.plusSeconds(1)));

    var muchLater = NOW.plusSeconds(600);
    assertThat(OFFICE.hold(UUID.randomUUID(), "KEEP", 1, muchLater, muchLater.plusSeconds(9)))
        .isEqualTo(new Rejected<Hold>(Why.SOLD_OUT, "0"));
    int swept = OFFICE.write(sql -> OFFICE.seats.sweep(sql, TENANT, muchLater, 99));
    assertThat(swept).isZero();
  }

  @Test
  void nobody_waits_for_what_is_not_sold() {
    OFFICE.departure("GONE", 1);
    OFFICE.write(
        sql -> sql.update("UPDATE core.departures SET state = 'cancelled' WHERE code = 'GONE'"));

    var wish =
        OFFICE.give(
            (sql, it) -> OFFICE.waitlist.join(sql, it, "GONE", UUID.randomUUID(), 1, false));

    assertThat(wish).isEqualTo(new Rejected<WaitlistEntry>(Why.CLOSED, "GONE"));
  }

  private static Hold full(String departure, int capacity) {
    var hold = OFFICE.departure(departure, capacity).hold(departure, capacity);
    return sell(hold.done().orElseThrow());
  }

  private static Hold sell(Hold hold) {
    return OFFICE.give((sql, it) -> OFFICE.seats.sell(sql, it, hold.id())).done().orElseThrow();
  }

  private static void free(Hold hold) {
    OFFICE.give((sql, it) -> OFFICE.seats.release(sql, it, hold.id()));
  }

  private static WaitlistEntry join(String departure, int party) {
    return OFFICE
        .give(
            (sql, it) -> OFFICE.waitlist.join(sql, it, departure, UUID.randomUUID(), party, false))
        .done()
        .orElseThrow();
  }

  private static Optional<UUID> next(String departure, Fit fit) {
    return OFFICE
        .give((sql, it) -> OFFICE.waitlist.next(sql, it, departure, fit))
        .map(WaitlistEntry::id);
  }

  private static void offer(WaitlistEntry entry) {
    CoreResult<WaitlistEntry> offered =
        OFFICE.give((sql, it) -> OFFICE.waitlist.offer(sql, it, entry.id(), LATER));
    assertThat(offered.done()).isPresent();
  }

  private static WaitlistEntry state(WaitlistEntry entry) {
    return OFFICE
        .write(sql -> OFFICE.waitlist.byCodes(sql, TENANT, List.of(entry.code())))
        .getFirst();
  }

  private static Hold hold(WaitlistEntry entry) {
    return OFFICE
        .write(sql -> OFFICE.seats.find(sql, TENANT, Objects.requireNonNull(entry.hold())))
        .orElseThrow();
  }

  private static int skips(WaitlistEntry entry) {
    return OFFICE.write(
        sql ->
            sql.list(
                    "SELECT policy FROM core.waitlist_skips WHERE entry_id = ?",
                    row -> row.text("policy"),
                    entry.id())
                .size());
  }
}
