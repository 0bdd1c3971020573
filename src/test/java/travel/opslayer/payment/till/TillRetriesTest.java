package travel.opslayer.payment.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import travel.opslayer.House;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.GatewayEvent.Kind;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.till.Payments.Asked;
import travel.opslayer.payment.till.Payments.Request;

/** What cannot be done now, and what never can be any more. */
@TestInstance(Lifecycle.PER_CLASS)
class TillRetriesTest {

  private static final int TENANT = 1;

  private final House house = House.with(false, Map.of());
  private final Payments payments = house.bean(Payments.class);
  private final Refunds refunds = house.bean(Refunds.class);
  private final PaymentEvents events = house.bean(PaymentEvents.class);

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void what_does_not_work_is_tried_again_after_longer_and_longer_up_to_an_hour() {
    var asked = paid("1");
    var attempt = write(sql -> payments.attempts(sql, TENANT, asked.payment()).getFirst());
    var refund =
        write(
            sql -> {
              var made =
                  refunds.ask(
                      sql,
                      TENANT,
                      UUID.randomUUID(),
                      asked.payment(),
                      attempt,
                      52_200,
                      "duplicate",
                      house.now());
              return refunds.approve(sql, TENANT, made, house.now()).orElseThrow();
            });
    house.execute("UPDATE payment_checkouts SET payment_ref = NULL");
    var minutes = new ArrayList<Long>();
    for (var i = 0; i < 9; i++) {
      step();
      var next =
          Instant.parse(
              house
                  .column(
                      """
                      SELECT to_char(try_after AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                      FROM refunds WHERE code = ?
                      """,
                      refund.code())
                  .getFirst());
      minutes.add(Duration.between(house.now(), next).toMinutes());
      house.moveTo(next);
    }

    assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void an_event_of_a_provider_that_is_not_set_any_more_keeps_nobody_waiting() {
    var asked = paid("2");
    house.execute("UPDATE payment_checkouts SET provider = 'stripe'");
    var ref = asked.payment().code() + "-v1";
    var event = new GatewayEvent("evt_1", Kind.PAID, null, ref, null, house.now());
    events.keep(TENANT, "stripe", event, new byte[0]);
    assertThat(events.waiting(TENANT)).isEqualTo(1);
    step();

    assertThat(events.waiting(TENANT)).isZero();
  }

  @Test
  void when_it_happened_is_written_down_and_what_is_no_time_is_refused() {
    var asked = ask();
    assertThat(happens(asked, "3", ",\"at\":\"2026-11-08T08:00:00+05:45\"")).isEqualTo(202);
    assertThat(happens(asked, "4", ",\"at\":\"yesterday\"")).isEqualTo(400);

    assertThat(
            house.count(
                "SELECT count(*) FROM payment_events WHERE happened_at = '2026-11-08T02:15:00Z'"))
        .isEqualTo(1);
  }

  @Test
  void the_few_pages_of_ours_speak_the_language_of_the_customer() {
    var over = ask("es");
    write(sql -> payments.move(sql, TENANT, over.payment(), Payment.EXPIRED));
    var other = ask("fr");
    write(sql -> payments.move(sql, TENANT, other.payment(), Payment.PAID));

    assertThat(house.get(over.path()).body()).contains("lang=\"es\"", "ya no vale");
    assertThat(house.get(other.path()).body()).contains("lang=\"en\"", "It is paid");
  }

  private Asked paid(String name) {
    var asked = ask();
    assertThat(happens(asked, name, "")).isEqualTo(202);
    step();
    return asked;
  }

  private Asked ask() {
    return ask("es");
  }

  private Asked ask(String language) {
    var request =
        new Request(
            "BK-1",
            UUID.randomUUID(),
            "00",
            "deposit",
            new Money(52_200, "USD"),
            "BK-1, EBC-0315",
            language,
            house.now().plus(Duration.ofHours(24)));
    return write(sql -> payments.ask(sql, TENANT, UUID.randomUUID(), request, house.now()));
  }

  private int happens(Asked asked, String name, String more) {
    var body =
        "{\"link\":\"%s\",\"id\":\"%s\",\"event\":\"succeeded\"%s}"
            .formatted(asked.path(), name, more);
    return house
        .post(
            "/sandbox/payments",
            body.getBytes(StandardCharsets.UTF_8),
            "content-type",
            "application/json")
        .statusCode();
  }

  private void step() {
    house.bean(PaymentWorker.class).runOnce();
  }

  private <T> T write(Function<Sql, T> work) {
    return house.bean(Database.class).write(TENANT, work);
  }
}
