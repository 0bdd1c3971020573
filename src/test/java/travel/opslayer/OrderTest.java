package travel.opslayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.inbox.InboxWorker;

/** One contact is answered in order, once, whoever works and whatever gets lost. */
class OrderTest {

  private static final Provider PROVIDER = new Provider();
  private static final House HOUSE = House.with(false, more(Map.of("opslayer.saboteur", "true")));

  private static Map<String, Object> more(Map<String, Object> own) {
    var all = new java.util.HashMap<>(House.metaSettings(PROVIDER.address()));
    all.putAll(own);
    return all;
  }

  private final Saboteur saboteur = HOUSE.bean(Saboteur.class);
  private final InboxWorker worker = HOUSE.bean(InboxWorker.class);

  @AfterEach
  void behave() {
    saboteur.does(it -> {});
  }

  @AfterAll
  static void close() {
    HOUSE.close();
    PROVIDER.close();
  }

  @Test
  void two_workers_answer_two_hundred_contacts_each_in_order_and_once() throws Exception {
    try (var provider = new Provider();
        var house = House.meta(provider)) {
      answerInOrder(provider, house);
    }
  }

  private static void answerInOrder(Provider provider, House house) throws Exception {
    postInAnyOrder(house);
    stepWithTwo(house.bean(InboxWorker.class));
    var answers =
        house.rows(
            """
            SELECT m.conversation_id, q.sent_at FROM outbox o
            JOIN whatsapp_messages m ON m.id = o.id
            JOIN whatsapp_messages q ON q.decision_id = m.decision_id AND q.direction = 'in'
            ORDER BY o.seq
            """);
    assertThat(answers).hasSize(1000);
    answers.stream()
        .collect(Collectors.groupingBy(it -> it.get("conversation_id")))
        .values()
        .forEach(
            it ->
                assertThat(it.stream().map(a -> (String) a.get("sent_at")).toList())
                    .hasSize(5)
                    .isSorted());
    house.settle();
    assertThat(provider.calls()).hasSize(1000);
    provider.calls().stream()
        .collect(Collectors.groupingBy(Provider.Call::to))
        .forEach((to, calls) -> assertThat(calls).hasSize(5));
  }

  private static void postInAnyOrder(House house) throws Exception {
    var bodies = new ArrayList<String>();
    for (var contact = 0; contact < 200; contact++) {
      var from = "3461%07d".formatted(contact);
      for (var i = 0; i < 5; i++) {
        // The provider's time tells the order; they come in any.
        var at = house.now().plusSeconds(i);
        bodies.add(MetaWebhook.text(from, "wamid.%s.%d".formatted(from, i), at, "STOP"));
      }
    }
    Collections.shuffle(bodies, new Random(7));
    try (var pool = Executors.newFixedThreadPool(16)) {
      for (var it :
          pool.invokeAll(
              bodies.stream()
                  .<java.util.concurrent.Callable<Integer>>map(b -> () -> house.webhook(b))
                  .toList())) {
        assertThat(it.get()).isEqualTo(200);
      }
    }
  }

  private static void stepWithTwo(InboxWorker worker) throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
      Runnable work =
          () -> {
            var idle = 0;
            while (idle < 3) { // the other one may hold the rest
              idle = worker.runOnce() == 0 ? idle + 1 : 0;
            }
          };
      for (var it : List.of(pool.submit(work), pool.submit(work))) {
        it.get();
      }
    }
  }

  @Test
  void more_bubbles_than_are_looked_at_together_are_all_answered() {
    var from = "34620000001";
    var messages =
        IntStream.range(0, 75)
            .mapToObj(i -> MetaWebhook.message(from, "wamid.many." + i, HOUSE.now(), "and " + i))
            .toArray(String[]::new);
    HOUSE.webhook(
        MetaWebhook.body(
            List.of(MetaWebhook.entry(List.of(MetaWebhook.change(from, "G", messages))))));
    HOUSE.settle();
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isZero();
  }

  @Test
  void whoever_lost_the_lease_commits_nothing_and_the_others_of_the_batch_are_answered() {
    HOUSE.hears("34620000002", "wamid.lost", "Interested in EBC Trek for 2 people");
    HOUSE.hears("34620000003", "wamid.kept", "Interested in EBC Trek for 2 people");
    var once = new AtomicBoolean();
    var lane =
        HOUSE.column("SELECT lane FROM inbox_lanes WHERE due_at IS NOT NULL LIMIT 1").getFirst();
    assertThat(lane).isNotBlank();
    saboteur.does(
        it -> {
          if (once.compareAndSet(false, true)) {
            // As if it had slept for a minute and another worker had taken the contact over.
            HOUSE.execute(
                """
                UPDATE inbox_lanes SET token = gen_random_uuid()
                WHERE lane = (SELECT lane FROM inbox WHERE state = 'new' ORDER BY seq LIMIT 1)
                """);
          }
        });
    worker.runOnce();
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isEqualTo(1);
    assertThat(HOUSE.count("SELECT count(*) FROM inbox WHERE state = 'new' AND attempts > 0"))
        .isZero();

    worker.runOnce(); // the other one has it still
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isEqualTo(1);
    HOUSE.execute(
        "UPDATE inbox_lanes SET lease_until = clock_timestamp() - interval '1 second'"
            + " WHERE token IS NOT NULL");
    HOUSE.settle();
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isZero();
    assertThat(PROVIDER.callsTo("34620000002")).hasSize(1);
    assertThat(PROVIDER.callsTo("34620000003")).hasSize(1);
  }

  @Test
  void a_message_that_comes_while_its_contact_is_answered_is_answered_next() {
    var from = "34620000004";
    HOUSE.hears(from, "wamid.first", "first");
    saboteur.does(
        text -> {
          if (text.equals("first")) {
            saboteur.does(it -> {});
            HOUSE.hears(from, "wamid.second", "second");
          }
        });
    worker.runOnce();
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isEqualTo(1);
    worker.runOnce();
    assertThat(HOUSE.bean(Inbox.class).waiting(1)).isZero();
  }

  @Test
  void a_lease_ends_by_the_clock_of_the_database_alone() {
    var from = "34620000005";
    HOUSE.hears(from, "wamid.clock", "hello");
    HOUSE.execute(
        """
        UPDATE inbox_lanes SET token = gen_random_uuid(),
          lease_until = clock_timestamp() + interval '20 seconds' WHERE due_at IS NOT NULL
        """);
    var before = HOUSE.now();
    HOUSE.move(Duration.ofDays(2));
    assertThat(worker.runOnce()).isZero();
    HOUSE.execute(
        "UPDATE inbox_lanes SET lease_until = clock_timestamp() - interval '1 second' WHERE token"
            + " IS NOT NULL");
    assertThat(worker.runOnce()).isPositive();
    HOUSE.moveTo(before);
  }
}
