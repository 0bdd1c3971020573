package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import travel.opslayer.House;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.GatewayStandIn.Delivery;
import travel.opslayer.scenario.Holders.Holder;

/** A house whose customers pay with a provider that is called and calls back. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PayingHouse {

  final GatewayStandIn provider = standIn();
  final House house = House.with(false, settings(provider.address().toString()));
  final Phones phones = new Phones(house);
  final Holders holders = new Holders(house, phones);
  Holder holder = new Holder("", "", "");
  private int days;

  abstract GatewayStandIn standIn();

  abstract Map<String, Object> settings(String address);

  /** As its addresses have it. */
  abstract String name();

  /** The headers with which whoever knows this secret sends a body now. */
  abstract Map<String, String> signed(String body, String secret);

  /** How long its signatures count. */
  abstract Duration counts();

  @BeforeAll
  void seatsForAll() {
    house.execute("UPDATE core.departures SET capacity = 5000 WHERE code = 'EBC-0315'");
  }

  @BeforeEach
  void seatsAreHeld() {
    // Another day for each, so that no test meets what another one left behind.
    at(Instant.parse("2026-11-09T04:15:00Z").plus(Duration.ofDays(3L * days++)));
    holder = holders.next("ebc0315", "EBC 2 personas 15 marzo");
  }

  @AfterAll
  void close() {
    house.close();
    provider.close();
  }

  abstract String secret();

  void assertConfirmed() {
    assertThat(state()).isEqualTo("confirmed");
    assertThat(paid()).isEqualTo(58_000);
    assertThat(column("SELECT state FROM payments WHERE booking = ?")).containsExactly("paid");
  }

  void at(Instant time) {
    house.moveTo(time);
    provider.clock().moveTo(time);
  }

  void later(Duration much) {
    at(house.now().plus(much));
  }

  /** The provider's page that the link leads to. */
  URI page() {
    var answer = house.get(holder.path());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("location").orElseThrow());
  }

  static String ref(URI page) {
    return page.getPath().substring("/pay/".length());
  }

  /** Taps the button of the page, as a browser does. */
  static void press(URI page) throws Exception {
    try (var browser = HttpClient.newHttpClient()) {
      browser.send(
          HttpRequest.newBuilder(page).POST(HttpRequest.BodyPublishers.noBody()).build(),
          BodyHandlers.discarding());
    }
  }

  void deliver() {
    provider.deliver().forEach(it -> assertThat(post(it)).isEqualTo(200));
    house.settle();
  }

  int post(Delivery delivery) {
    var headers =
        delivery.headers().entrySet().stream()
            .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
            .toArray(String[]::new);
    return house
        .post(
            "/api/payments/" + name() + "/webhook",
            delivery.body().getBytes(StandardCharsets.UTF_8),
            headers)
        .statusCode();
  }

  String state() {
    return column("SELECT state FROM core.bookings WHERE code = ?").getFirst();
  }

  long paid() {
    return ledger("payment");
  }

  long ledger(String kind) {
    return house.count(
        """
        SELECT coalesce(sum(amount_minor), 0) FROM core.ledger l
        JOIN core.bookings b ON b.id = l.booking_id WHERE kind = ? AND b.code = ?
        """,
        kind,
        holder.booking());
  }

  long kept() {
    return house.count("SELECT count(*) FROM payment_events");
  }

  List<String> column(String sql) {
    return house.column(sql, holder.booking());
  }

  List<Phones.Shown> told(String template) {
    return phones.of(holder.phone()).stream().filter(it -> it.template().equals(template)).toList();
  }
}
