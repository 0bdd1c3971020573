package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.NOW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.TryAgain;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Traveller;

class TravellerRepositoryTest {

  private static final SellingOffice OFFICE = new SellingOffice();
  private static final Traveller TOM = new Traveller(1, "Tom Walsh", "adult");
  private static final Traveller ANN = new Traveller(2, "Ann Walsh", "child");

  @BeforeAll
  static void open() {
    OFFICE.departure("T1", 99);
  }

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void those_who_were_named_last_travel_and_no_others() {
    var booking = OFFICE.hold("T1", 2);

    var both = name(booking, TOM, ANN).done().orElseThrow();
    assertThat(travellers(booking)).containsExactly(TOM, ANN);
    name(both, ANN);

    assertThat(travellers(booking)).containsExactly(ANN);
  }

  @Test
  void nobody_travels_without_a_seat_or_twice_on_one() {
    var booking = OFFICE.hold("T1", 2);
    var third = new Traveller(3, "Bo", "adult");

    assertRejected(name(booking, TOM, third), Why.INVALID, "places [1, 3] of 2");
    assertRejected(name(booking, TOM, TOM), Why.INVALID, "places [1] of 2");
    assertThat(travellers(booking)).isEmpty();
  }

  @Test
  void nobody_travels_on_what_is_cancelled_or_has_changed() {
    var booking = OFFICE.hold("T1", 2);
    var gone = OFFICE.give((sql, it) -> OFFICE.bookings.cancel(sql, it, booking));

    assertRejected(name(gone.done().orElseThrow(), TOM), Why.NOT_CHANGEABLE, "cancelled");
    assertThatThrownBy(() -> name(booking, TOM)).isInstanceOf(TryAgain.class);
  }

  @Test
  void the_same_command_again_is_done_once_and_with_other_names_it_is_refused() {
    var booking = OFFICE.hold("T1", 2);
    var command = SellingOffice.command(NOW);

    var first = name(command, booking, TOM);
    var again = name(command, booking, TOM);
    var other = name(command, booking, ANN);

    assertThat(again).isEqualTo(first);
    assertThat(other)
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.why()).isEqualTo(Why.IDEMPOTENCY_MISMATCH));
    assertThat(travellers(booking)).containsExactly(TOM);
  }

  @Test
  void no_name_can_be_read_in_the_database_or_where_a_traveller_is_printed() {
    var booking = OFFICE.hold("T1", 2);
    name(booking, TOM);

    var asked = all("SELECT convert_to(asked, 'UTF8') AS it FROM core.commands");
    var names = all("SELECT name AS it FROM core.travellers");

    assertThat(names).isNotEmpty();
    assertThat(asked).isNotEmpty().noneMatch(it -> it.contains("Walsh"));
    assertThat(names).noneMatch(it -> it.contains("Walsh"));
    assertThat(TOM).hasToString("Traveller 1");
  }

  private static List<String> all(String select) {
    return OFFICE.write(
        sql -> sql.list(select, row -> new String(row.bytes("it"), StandardCharsets.ISO_8859_1)));
  }

  private static CoreResult<Booking> name(Booking booking, Traveller... all) {
    return name(SellingOffice.command(NOW), booking, all);
  }

  private static CoreResult<Booking> name(Command command, Booking booking, Traveller... all) {
    return OFFICE.write(sql -> OFFICE.travellers.name(sql, command, booking, List.of(all)));
  }

  private static List<Traveller> travellers(Booking booking) {
    return OFFICE.write(sql -> OFFICE.travellers.of(sql, TENANT, booking.id()));
  }

  private static void assertRejected(CoreResult<Booking> result, Why why, String detail) {
    assertThat(result).isEqualTo(new Rejected<Booking>(why, detail));
  }
}
