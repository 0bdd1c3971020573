package travel.opslayer.travelcore.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Product;

/** On the demo's departures. */
class CatalogRepositoryTest {

  private static final int HIMAL = 1;

  private final Catalog catalog = Shipped.bean(Catalog.class);

  private static <T> T in(int tenant, Function<Sql, T> work) {
    return Shipped.bean(Database.class).read(tenant, work);
  }

  @Test
  void products_come_with_all_that_people_call_them() {
    var products = in(HIMAL, sql -> catalog.products(sql, HIMAL));

    assertThat(products).extracting(Product::code).containsExactly("ABC", "EBC", "PKL", "PKS");
    assertThat(products.get(1).names()).contains("Everest trek", "campo base del Everest");
  }

  @Test
  void departures_come_in_order_from_the_day_on() {
    var all = in(HIMAL, sql -> catalog.departures(sql, HIMAL, "EBC", LocalDate.of(2026, 10, 18)));
    var later = in(HIMAL, sql -> catalog.departures(sql, HIMAL, "EBC", LocalDate.of(2027, 3, 16)));

    assertThat(all).extracting(Departure::code).containsExactly("TRP118", "EBC-0315", "EBC-0329");
    assertThat(later).extracting(Departure::code).containsExactly("EBC-0329");
    var unknown = in(HIMAL, sql -> catalog.departures(sql, HIMAL, "XYZ", LocalDate.EPOCH));
    assertThat(unknown).isEmpty();
  }

  @Test
  void a_departure_tells_its_seats_its_price_and_whether_it_sells() {
    var march = in(HIMAL, sql -> catalog.departure(sql, HIMAL, "EBC-0315")).orElseThrow();
    var gone = in(HIMAL, sql -> catalog.departure(sql, HIMAL, "TRP118")).orElseThrow();

    assertThat(march.free()).isEqualTo(3);
    assertThat(march.priceMinor()).isEqualTo(145_000);
    assertThat(march.currency()).isEqualTo("USD");
    assertThat(march.sells()).isTrue();
    assertThat(gone.sells()).isFalse();
    var unknown = in(HIMAL, sql -> catalog.departure(sql, HIMAL, "EBC-0316"));
    assertThat(unknown).isEmpty();
  }

  @Test
  void another_tenant_sees_none_of_it() {
    var other = Shipped.tenant().id();

    var products = in(other, sql -> catalog.products(sql, other));
    var stolen = in(other, sql -> catalog.departure(sql, HIMAL, "EBC-0315"));

    assertThat(products).isEmpty();
    assertThat(stolen).isEmpty();
  }
}
