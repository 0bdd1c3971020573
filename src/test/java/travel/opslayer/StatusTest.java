package travel.opslayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Provider.Reaction;
import travel.opslayer.outbox.StatusWorker;

/** Reports of the provider, in every order that they come in. */
class StatusTest {

  private static final Provider PROVIDER = new Provider();
  private static final House HOUSE = House.meta(PROVIDER);
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final String from = "3467%07d".formatted(PEOPLE.incrementAndGet());
  private final StatusWorker worker = HOUSE.bean(StatusWorker.class);

  @AfterAll
  static void close() {
    HOUSE.close();
    PROVIDER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "sent, sent",
    "sent delivered read, read",
    "read delivered sent, read",
    "delivered delivered sent, delivered",
    "delivered failed, delivered",
    "read failed, read",
    "sent failed, failed",
    "failed sent, failed",
    "failed failed, failed",
    "warned, null",
    "delivered warned, delivered",
  })
  void delivery_only_goes_forward(String words, String delivery) {
    var id = sent();
    for (var word : words.split(" ")) {
      report(word, id);
      HOUSE.settle();
    }
    assertThat(row(id)).containsEntry("delivery", delivery).containsEntry("state", "accepted");

    var other = sent();
    for (var word : words.split(" ")) {
      report(word, other);
    }
    HOUSE.settle();
    assertThat(row(other)).containsEntry("delivery", delivery);
  }

  @Test
  void a_report_that_comes_before_the_answer_waits_for_it() {
    var answer = new CountDownLatch(1);
    PROVIDER.behave(new Reaction.Hold(answer, new Reaction.Accept()));
    HOUSE.hears(from, "wamid." + from, "STOP");
    HOUSE.step();
    while (PROVIDER.callsTo(from).isEmpty()) {
      Thread.onSpinWait();
    }
    var call = PROVIDER.callsTo(from).getFirst();
    report("delivered", call.id());
    HOUSE.settle(1);
    assertThat(HOUSE.count("SELECT count(*) FROM whatsapp_statuses WHERE NOT applied")).isOne();

    answer.countDown();
    PROVIDER.behave(new Reaction.Accept());
    HOUSE.settle();
    HOUSE.move(Duration.ofSeconds(1));
    HOUSE.settle();
    assertThat(row(call.id())).containsEntry("delivery", "delivered");
    assertThat(HOUSE.count("SELECT count(*) FROM whatsapp_statuses WHERE NOT applied")).isZero();
  }

  @Test
  void reports_about_messages_of_others_hold_up_nothing_and_are_given_up_after_a_day() {
    var strangers =
        java.util.stream.IntStream.range(0, 1500).mapToObj(it -> "wamid.other." + it).toList();
    HOUSE.webhook(MetaWebhook.statuses("delivered", HOUSE.now(), strangers));
    var id = sent();
    report("read", id);
    HOUSE.settle();
    worker.runOnce();
    worker.runOnce();
    assertThat(row(id)).containsEntry("delivery", "read");
    for (var looks = 0; looks < 400 && waiting() > 0; looks++) {
      HOUSE.move(Duration.ofMinutes(11));
      worker.runOnce();
      worker.runOnce();
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void two_nodes_that_report_on_one_message_at_once_never_take_it_back() throws Exception {
    var id = sent();
    report("sent", id);
    try (var other = HOUSE.connect()) {
      other.setAutoCommit(false);
      // Another node has just written that it was read, and is about to commit.
      try (var statement =
          other.prepareStatement(
              "UPDATE outbox SET delivery_rank = 3, delivery = 'read' WHERE provider_key ="
                  + " (SELECT provider_key FROM outbox WHERE id = ?::uuid)")) {
        statement.setString(1, id.substring("wamid.".length()));
        assertThat(statement.executeUpdate()).isOne();
      }
      var applied = CompletableFuture.supplyAsync(worker::runOnce);
      awaitBlocked();
      other.commit();
      assertThat(applied.get(10, TimeUnit.SECONDS)).isOne();
    }
    assertThat(row(id)).containsEntry("delivery", "read");
  }

  private static void awaitBlocked() {
    while (HOUSE.count("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
      Thread.onSpinWait();
    }
  }

  private static long waiting() {
    return HOUSE.count("SELECT count(*) FROM whatsapp_statuses WHERE NOT applied");
  }

  /** The provider's id of a message that it has just taken. */
  private String sent() {
    var to = "3468%07d".formatted(PEOPLE.incrementAndGet());
    HOUSE.hears(to, "wamid.in." + to, "STOP");
    HOUSE.settle();
    return PROVIDER.callsTo(to).getFirst().id();
  }

  private static void report(String word, String id) {
    assertThat(HOUSE.webhook(MetaWebhook.statuses(word, HOUSE.now(), List.of(id)))).isEqualTo(200);
  }

  private static Map<String, Object> row(String id) {
    return HOUSE
        .rows("SELECT * FROM outbox WHERE id = ?::uuid", id.substring("wamid.".length()))
        .getFirst();
  }
}
