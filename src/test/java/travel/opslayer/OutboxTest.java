package travel.opslayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Provider.Reaction;
import travel.opslayer.inbox.InboxWorker;
import travel.opslayer.outbox.Outbox;
import travel.opslayer.outbox.OutboxWorker;

/** What leaves, and what becomes of it, at a provider that misbehaves. */
class OutboxTest {

  private static final String ERROR = "{\"error\":{\"message\":\"no\",\"code\":%s}}";
  private static final Provider PROVIDER = new Provider();
  private static final House HOUSE = House.with(false, settings());
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final InboxWorker inbox = HOUSE.bean(InboxWorker.class);
  private final OutboxWorker worker = HOUSE.bean(OutboxWorker.class);
  private final String from = "3464%07d".formatted(PEOPLE.incrementAndGet());

  private static Map<String, Object> settings() {
    var all = new HashMap<>(House.metaSettings(PROVIDER.address()));
    all.put("opslayer.patience", "8s");
    return all;
  }

  @AfterEach
  void behave() {
    PROVIDER.behave(new Reaction.Accept());
    HOUSE.settle();
  }

  @AfterAll
  static void close() {
    HOUSE.close();
    PROVIDER.close();
  }

  @Test
  void that_it_is_being_sent_is_committed_before_the_call() {
    var seen = new ConcurrentHashMap<String, String>();
    PROVIDER.behave(
        call -> {
          seen.put(call.to(), HOUSE.state(UUID.fromString(call.ours())));
          return new Reaction.Accept();
        });
    HOUSE.hears(from, "wamid." + from, "STOP");
    HOUSE.settle();
    assertThat(seen).containsEntry(from, "sending");
    assertThat(row()).containsEntry("state", "accepted").containsEntry("attempts", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 131026, rejected, 131026",
    "400, 131047, rejected, 131047",
    "401, 190, rejected, 190",
    "400, 131056, pending, 131056",
    "429, 130429, pending, 130429",
    "500, 131000, pending, 131000",
    "503, 2, pending, 2",
    "200, 1, unknown, *",
  })
  void what_the_provider_answers_decides_where_it_stands(
      int status, String code, String state, String error) {
    PROVIDER.behave(new Reaction.Answer(status, ERROR.formatted(code)));
    HOUSE.hears(from, "wamid." + from, "STOP");
    HOUSE.settle();
    assertThat(row()).containsEntry("state", state).containsEntry("attempts", "1");
    if (!error.equals("*")) {
      assertThat(row()).containsEntry("error", error);
    }
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
  }

  @Test
  void a_provider_that_stays_down_is_asked_less_and_less_often_and_at_last_no_more() {
    PROVIDER.behave(new Reaction.Answer(500, "<html>"));
    HOUSE.hears(from, "wamid." + from, "STOP");
    HOUSE.settle();
    for (var tries = 1; tries < 8; tries++) {
      HOUSE.move(Duration.ofSeconds(1L << (tries - 1)).minusMillis(1));
      HOUSE.settle();
      assertThat(PROVIDER.callsTo(from)).hasSize(tries);
      HOUSE.move(Duration.ofMillis(1));
      HOUSE.settle();
      assertThat(PROVIDER.callsTo(from)).hasSize(tries + 1);
    }
    assertThat(row()).containsEntry("state", "rejected").containsEntry("error", "500");
    HOUSE.move(Duration.ofDays(1));
    HOUSE.settle();
    assertThat(PROVIDER.callsTo(from)).hasSize(8);
  }

  @Test
  void a_call_that_never_left_is_made_later() {
    PROVIDER.goAway();
    try {
      HOUSE.hears(from, "wamid." + from, "STOP");
      HOUSE.settle();
      assertThat(row()).containsEntry("state", "pending");
    } finally {
      PROVIDER.comeBack();
    }
    HOUSE.move(Duration.ofSeconds(1));
    HOUSE.settle();
    assertThat(row()).containsEntry("state", "accepted").containsEntry("attempts", "2");
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
  }

  @Test
  void a_call_that_hangs_breaks_or_is_answered_with_noise_is_never_repeated_by_itself() {
    var never = new CountDownLatch(1);
    var reactions =
        List.of(
            new Reaction.Hold(never, new Reaction.HangUp()),
            new Reaction.HangUp(),
            new Reaction.Answer(200, "<html>OK</html>"),
            new Reaction.Answer(200, "{\"messages\":[]}"));
    HOUSE.hears(from, "wamid.warm" + from, "STOP"); // a connection that is kept and then breaks
    HOUSE.settle();
    for (var i = 0; i < reactions.size(); i++) {
      PROVIDER.forget();
      PROVIDER.behave(reactions.get(i));
      HOUSE.hears(from, "wamid." + i + from, "STOP");
      HOUSE.settle();
      assertThat(row()).containsEntry("state", "unknown").containsEntry("attempts", "1");
      PROVIDER.behave(new Reaction.Accept());
      HOUSE.move(Duration.ofDays(1));
      HOUSE.settle();
      assertThat(PROVIDER.callsTo(from)).hasSize(1);
    }
    never.countDown();
    var id = UUID.fromString(String.valueOf(row().get("id")));
    assertThat(HOUSE.bean(Outbox.class).retry(1, id, HOUSE.now())).isTrue(); // a person may
    assertThat(HOUSE.bean(Outbox.class).retry(1, id, HOUSE.now())).isFalse();
    HOUSE.settle();
    assertThat(row()).containsEntry("state", "accepted");
    assertThat(PROVIDER.callsTo(from)).hasSize(2);
  }

  @Test
  void what_was_being_sent_when_its_time_is_over_is_unknown_until_a_status_tells() {
    HOUSE.hears(from, "wamid." + from, "STOP");
    inbox.runOnce();
    HOUSE.execute(
        """
        UPDATE outbox SET state = 'sending', attempts = 1,
          sending_until = clock_timestamp() - interval '1 second' WHERE state = 'pending'
        """);
    worker.runOnce();
    assertThat(row()).containsEntry("state", "unknown").containsEntry("error", "no_answer");
    assertThat(PROVIDER.callsTo(from)).isEmpty();

    HOUSE.webhook(
        MetaWebhook.statusOfOurs(
            "delivered", HOUSE.now(), "wamid.x" + from, String.valueOf(row().get("id"))));
    HOUSE.settle();
    assertThat(row()).containsEntry("state", "accepted").containsEntry("delivery", "delivered");
    assertThat(PROVIDER.callsTo(from)).isEmpty();
  }

  @Test
  void what_the_provider_delivered_and_yet_answered_with_an_error_is_not_sent_again() {
    PROVIDER.behave(new Reaction.Answer(500, "<html>"));
    HOUSE.hears(from, "wamid." + from, "STOP");
    HOUSE.settle();
    assertThat(row()).containsEntry("state", "pending");
    PROVIDER.behave(new Reaction.Accept());
    HOUSE.webhook(
        MetaWebhook.statusOfOurs(
            "sent", HOUSE.now(), "wamid.y" + from, String.valueOf(row().get("id"))));
    HOUSE.settle();
    HOUSE.move(Duration.ofMinutes(1));
    HOUSE.settle();
    assertThat(row()).containsEntry("state", "accepted");
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
  }

  @Test
  void the_second_leaves_after_the_first_and_a_slow_call_holds_up_nobody_else() {
    var answer = new CountDownLatch(1);
    PROVIDER.behave(
        call ->
            call.to().equals(from)
                ? new Reaction.Hold(answer, new Reaction.Answer(429, ERROR.formatted("130429")))
                : new Reaction.Accept());
    HOUSE.hears(from, "wamid.1" + from, "STOP");
    HOUSE.step();
    HOUSE.hears(from, "wamid.2" + from, "START");
    var others = IntStream.range(0, 100).mapToObj("3465%07d"::formatted).toList();
    others.forEach(it -> HOUSE.hears(it, "wamid." + it, "STOP"));
    HOUSE.settle(1);
    others.forEach(it -> assertThat(PROVIDER.callsTo(it)).hasSize(1));
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
    assertThat(states()).containsExactly("sending", "pending");

    answer.countDown();
    HOUSE.settle();
    assertThat(states()).containsAnyOf("pending", "unknown");
    PROVIDER.behave(new Reaction.Accept());
    HOUSE.move(Duration.ofSeconds(1));
    HOUSE.settle();
    assertThat(states().getLast()).isEqualTo("accepted");
  }

  @Test
  void a_message_that_waits_for_its_next_try_keeps_the_later_one_back() {
    PROVIDER.behave(new Reaction.Answer(429, ERROR.formatted("130429")));
    HOUSE.hears(from, "wamid.1" + from, "STOP");
    HOUSE.settle();
    PROVIDER.behave(new Reaction.Accept());
    HOUSE.hears(from, "wamid.2" + from, "START");
    HOUSE.settle();
    assertThat(states()).containsExactly("pending", "pending");
    HOUSE.move(Duration.ofSeconds(1));
    HOUSE.settle();
    assertThat(states()).containsExactly("accepted", "accepted");
    var ids = HOUSE.column("SELECT id FROM outbox ORDER BY seq DESC LIMIT 2").reversed();
    assertThat(PROVIDER.callsTo(from).stream().map(Provider.Call::ours))
        .containsExactly(ids.get(0), ids.get(0), ids.get(1));
  }

  @Test
  void two_workers_never_send_one_message_twice() throws Exception {
    PROVIDER.forget();
    var people = IntStream.range(0, 150).mapToObj("3466%07d"::formatted).toList();
    people.forEach(it -> HOUSE.hears(it, "wamid." + it, "STOP"));
    while (inbox.runOnce() > 0) {}
    try (var pool = Executors.newFixedThreadPool(2)) {
      Runnable work = () -> IntStream.range(0, 5).forEach(it -> worker.runOnce());
      for (var it : List.of(pool.submit(work), pool.submit(work))) {
        it.get();
      }
    }
    HOUSE.settle();
    assertThat(PROVIDER.calls()).hasSize(150);
    assertThat(PROVIDER.calls().stream().map(Provider.Call::ours)).doesNotHaveDuplicates();
  }

  @Test
  void a_message_that_cannot_be_opened_holds_up_nobody() {
    HOUSE.hears(from, "wamid." + from, "STOP");
    inbox.runOnce();
    HOUSE.execute(
        "UPDATE whatsapp_messages SET content = 'torn'"
            + " WHERE id = (SELECT id FROM outbox ORDER BY seq DESC LIMIT 1)");
    HOUSE.hears("34649999999", "wamid.next", "STOP");
    HOUSE.settle();
    assertThat(PROVIDER.callsTo("34649999999")).hasSize(1);
    assertThat(HOUSE.rows("SELECT state, error FROM outbox WHERE error = 'unreadable'")).hasSize(1);
  }

  @Test
  void an_answer_that_comes_while_the_service_stops_is_written_down() {
    var answer = new CountDownLatch(1);
    PROVIDER.behave(
        call -> {
          answer.countDown();
          return new Reaction.Accept();
        });
    HOUSE.hears(from, "wamid." + from, "STOP");
    HOUSE.step();
    HOUSE.restart();
    assertThat(row()).containsEntry("state", "accepted");
  }

  /** The newest message to this test's person. */
  private Map<String, Object> row() {
    return HOUSE.rows("SELECT * FROM outbox ORDER BY seq DESC LIMIT 1").getFirst();
  }

  /** Of the newest person, in order. */
  private List<String> states() {
    var calls = PROVIDER.callsTo(from);
    var one = calls.getFirst().ours();
    return HOUSE.column(
        """
        SELECT state FROM outbox WHERE conversation_id =
          (SELECT conversation_id FROM outbox WHERE id = ?::uuid) ORDER BY seq
        """,
        one);
  }
}
