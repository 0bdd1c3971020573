package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import travel.opslayer.House;

/**
 * Two successes of the same payment, a late report of the first, a duplicate and a picture, in
 * every order: each ends in the same ledger. Every order has a customer of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PaymentOrdersTest {

  private static final String DAY = "2026-11-09T";

  private final House house = House.with(false, Map.of());
  private final Phones phones = new Phones(house);
  private final Holders holders = new Holders(house, phones);

  @BeforeAll
  void seatsForAll() {
    house.execute("UPDATE core.departures SET capacity = 5000 WHERE code = 'EBC-0315'");
    phones.at(DAY + "10:00:00");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void every_order_ends_in_the_same_ledger() {
    var ends = new TreeSet<String>();
    for (var order :
        Orders.of(List.of("1 succeeded", "2 succeeded", "1 processing", "dup", "photo"))) {
      ends.add(end(order));
    }

    assertThat(holders.count()).isEqualTo(120);
    assertThat(ends)
        .containsExactly("confirmed, paid 116000, refunds withdrawn, deposits told 1, kits 1");
    assertThat(house.count("SELECT count(*) FROM sandbox_refunds")).isZero();
    assertThat(house.count("SELECT count(*) FROM core.ledger WHERE kind = 'refund'")).isZero();
  }

  private String end(List<String> order) {
    var held = holders.next("ebc0315", "EBC 2 personas 15 marzo");
    var customer = held.phone();
    var link = held.path();
    var booking = held.booking();
    for (var it : order) {
      switch (it) {
        case "photo" -> {
          phones.shows(customer, customer + " photo", "image", "ya pagué!!");
          house.settle();
        }
        case "dup" -> gateway(link, customer + "/1", "succeeded");
        default -> gateway(link, customer + "/" + it.charAt(0), it.substring(2));
      }
    }
    var refund = house.column("SELECT code FROM refunds WHERE booking = ?", booking);
    refund.forEach(
        it -> {
          phones.taps(customer, customer + " keep", "keep_credit@" + it);
          house.settle();
        });
    return "%s, paid %s, refunds %s, deposits told %d, kits %d"
        .formatted(
            house.column("SELECT state FROM core.bookings WHERE code = ?", booking).getFirst(),
            house
                .column(
                    """
                    SELECT sum(amount_minor)::text FROM core.ledger l JOIN core.bookings b
                    ON b.id = l.booking_id WHERE kind = 'payment' AND b.code = ?
                    """,
                    booking)
                .getFirst(),
            String.join(" ", house.column("SELECT state FROM refunds WHERE booking = ?", booking)),
            told(customer, "payment/deposit"),
            told(customer, "booking/welcome_kit"));
  }

  private long told(String customer, String template) {
    return phones.of(customer).stream().filter(it -> it.template().equals(template)).count();
  }

  private void gateway(String link, String payment, String event) {
    var body = "{\"link\":\"%s\",\"id\":\"%s\",\"event\":\"%s\"}".formatted(link, payment, event);
    var answer =
        house.post(
            "/sandbox/payments",
            body.getBytes(StandardCharsets.UTF_8),
            "content-type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    house.settle();
  }
}
