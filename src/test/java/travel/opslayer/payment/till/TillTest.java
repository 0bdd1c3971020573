package travel.opslayer.payment.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import travel.opslayer.House;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.till.Payments.Asked;
import travel.opslayer.payment.till.Payments.Request;

/** Links, pages and refunds, with the gateway of the sandbox. */
@TestInstance(Lifecycle.PER_CLASS)
class TillTest {

  private static final int TENANT = 1;

  private final House house = House.with(false, Map.of());
  private final Payments payments = house.bean(Payments.class);
  private final Refunds refunds = house.bean(Refunds.class);
  private final Database database = house.bean(Database.class);

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void the_same_turn_again_is_the_same_link_and_another_is_another() {
    var id = UUID.randomUUID();
    var paths = new HashSet<String>();
    for (var i = 0; i < 3; i++) {
      paths.add(ask(id).path());
    }
    assertThat(paths).hasSize(1);
    for (var i = 0; i < 200; i++) {
      paths.add(ask(UUID.randomUUID()).path());
    }
    assertThat(paths).hasSize(201).allMatch(it -> it.matches("/p/[\\w-]{22}"));
  }

  @Test
  void no_table_holds_a_link() {
    var token = ask(UUID.randomUUID()).path().substring("/p/".length());

    assertThat(house.rows("SELECT * FROM payments").toString()).doesNotContain(token);
  }

  @Test
  void every_visit_opens_a_page_of_its_own_and_a_guess_none() {
    var asked = ask(UUID.randomUUID());

    assertThat(location(asked.path())).endsWith("/sandbox/pay/" + asked.payment().code() + "-v1");
    assertThat(location(asked.path())).endsWith("/sandbox/pay/" + asked.payment().code() + "-v2");
    assertThat(house.get("/p/AAAAAAAAAAAAAAAAAAAAAA").statusCode()).isEqualTo(404);
    assertThat(house.get("/p/x%00y").statusCode()).isIn(400, 404);
  }

  @Test
  void paid_and_over_are_said_to_be_so() {
    var paid = ask(UUID.randomUUID());
    write(sql -> payments.move(sql, TENANT, paid.payment(), Payment.PAID));
    var over = ask(UUID.randomUUID());
    write(sql -> payments.move(sql, TENANT, over.payment(), Payment.EXPIRED));

    assertThat(house.get(paid.path()).statusCode()).isEqualTo(200);
    assertThat(house.get(paid.path()).body()).contains("Está pagado");
    assertThat(house.get(over.path()).statusCode()).isEqualTo(410);
  }

  @Test
  void the_same_name_on_two_links_is_two_payments() {
    var first = ask(UUID.randomUUID());
    var second = ask(UUID.randomUUID());
    happens(first, "pay_1", "succeeded");
    happens(second, "pay_1", "processing");
    step();

    assertThat(attempts(first)).extracting(Attempt::status).containsExactly("paid");
    assertThat(attempts(second)).extracting(Attempt::status).containsExactly("processing");
  }

  @Test
  void what_is_paid_stays_paid_whatever_comes_later() {
    var asked = ask(UUID.randomUUID());
    for (var event : List.of("processing", "succeeded", "failed", "processing", "expired")) {
      happens(asked, "pay_1", event);
      step();
    }

    assertThat(attempts(asked))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.status()).isEqualTo("paid");
              assertThat(it.paid()).isEqualTo(new Money(52_200, "USD"));
            });
  }

  @Test
  void an_event_that_is_lost_is_made_up_for_by_asking() {
    var asked = ask(UUID.randomUUID());
    happens(asked, "pay_1", "succeeded");
    house.execute("DELETE FROM payment_events");
    step();
    assertThat(attempts(asked)).extracting(Attempt::status).containsExactly("open");

    house.move(Duration.ofMinutes(11));
    step();
    assertThat(attempts(asked)).extracting(Attempt::status).containsExactly("paid");
  }

  @Test
  void two_workers_at_once_tell_a_change_once() throws Exception {
    var asked = ask(UUID.randomUUID());
    happens(asked, "pay_1", "succeeded");
    var worker = house.bean(PaymentWorker.class);
    both(worker::runOnce, worker::runOnce);

    assertThat(
            house.count(
                "SELECT count(*) FROM inbox WHERE topic = 'payment_news' AND subject = ?",
                asked.payment().code() + ".1"))
        .isEqualTo(1);
  }

  @Test
  void a_page_that_nobody_shall_pay_on_any_more_is_closed() {
    var asked = ask(UUID.randomUUID());
    location(asked.path());
    write(sql -> payments.move(sql, TENANT, asked.payment(), Payment.CANCELLED));
    step();

    assertThat(attempts(asked)).extracting(Attempt::status).containsExactly("cancelled");
  }

  @Test
  void a_refund_is_withdrawn_or_started_and_never_both() throws Exception {
    for (var round = 0; round < 20; round++) {
      var refund = refund();
      var results =
          both(
              () -> write(sql -> refunds.approve(sql, TENANT, refund, house.now())).isPresent(),
              () -> write(sql -> refunds.withdraw(sql, TENANT, refund, house.now())).isPresent());
      assertThat(results).containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void a_refund_goes_back_once_however_often_the_worker_looks() {
    var refund = refund();
    write(sql -> refunds.approve(sql, TENANT, refund, house.now()));
    for (var i = 0; i < 3; i++) {
      step();
      house.move(Duration.ofMinutes(2));
    }

    assertThat(house.count("SELECT count(*) FROM sandbox_refunds WHERE id = ?", refund.code()))
        .isEqualTo(1);
    assertThat(write(sql -> refunds.byCode(sql, TENANT, refund.code())).orElseThrow().state())
        .isEqualTo(Repayment.DONE);
  }

  @Test
  void nobody_but_a_provider_calls_the_webhook() {
    var body = "{}".getBytes(StandardCharsets.UTF_8);

    assertThat(post("/api/payments/bundled/webhook", body)).isEqualTo(401);
    assertThat(post("/api/payments/nobody/webhook", body)).isEqualTo(404);
    assertThat(post("/api/payments/bundled/webhook", new byte[300_000])).isEqualTo(413);
  }

  private Repayment refund() {
    var asked = ask(UUID.randomUUID());
    happens(asked, "pay_1", "succeeded");
    step();
    var attempt = attempts(asked).getFirst();
    return write(
        sql ->
            refunds.ask(
                sql,
                TENANT,
                UUID.randomUUID(),
                asked.payment(),
                attempt,
                52_200,
                "duplicate",
                house.now()));
  }

  private <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> after(start, one));
      var second = threads.submit(() -> after(start, other));
      return List.of(first.get(), second.get());
    }
  }

  private static <T> T after(CyclicBarrier start, Callable<T> work) throws Exception {
    start.await();
    return work.call();
  }

  private Asked ask(UUID id) {
    var request =
        new Request(
            "BK-1",
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            "00".repeat(16),
            "deposit",
            new Money(52_200, "USD"),
            "BK-1, EBC-0315",
            "es",
            house.now().plus(Duration.ofHours(24)));
    return write(sql -> payments.ask(sql, TENANT, id, request, house.now()));
  }

  private List<Attempt> attempts(Asked asked) {
    return write(sql -> payments.attempts(sql, TENANT, asked.payment()));
  }

  private void step() {
    house.bean(PaymentWorker.class).runOnce();
  }

  private void happens(Asked asked, String name, String event) {
    var body =
        "{\"link\":\"%s\",\"id\":\"%s\",\"event\":\"%s\"}".formatted(asked.path(), name, event);
    assertThat(post("/sandbox/payments", body.getBytes(StandardCharsets.UTF_8))).isEqualTo(202);
  }

  private int post(String path, byte[] body) {
    return house.post(path, body, "content-type", "application/json").statusCode();
  }

  private String location(String path) {
    return house.get(path).headers().firstValue("location").orElse("");
  }

  private <T> T write(Function<Sql, T> work) {
    return database.write(TENANT, work);
  }
}
