package travel.opslayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.inbox.Inbox;

/** What Meta posts, through the real server, down to what the customer's phone gets. */
class WebhookTest {

  private static final String HOOK = "/api/whatsapp/webhook";
  private static final String EBC = "Interested in EBC Trek for 2 people";
  private static final Provider PROVIDER = new Provider();
  private static final House HOUSE = House.meta(PROVIDER);

  private static final List<String> TABLES =
      List.of("webhook_bodies", "inbox", "dead_letters", "whatsapp_statuses", "whatsapp_messages");

  @BeforeAll
  static void open() {
    HOUSE.address();
  }

  @AfterAll
  static void close() {
    HOUSE.close();
    PROVIDER.close();
  }

  @Test
  void a_text_becomes_one_lead_and_one_answer_however_often_it_is_delivered() throws Exception {
    var from = "34600000101";
    var body = MetaWebhook.text(from, "wamid.ebc", HOUSE.now(), EBC);
    var leads = "SELECT product, party, code FROM core.leads ORDER BY code";
    var before = HOUSE.rows(leads).size();
    assertThat(HOUSE.webhook(body)).isEqualTo(200);
    HOUSE.settle();

    var lead = HOUSE.rows(leads);
    assertThat(lead).hasSize(before + 1);
    assertThat(lead.getLast()).containsEntry("product", "EBC").containsEntry("party", "2");
    assertThat(PROVIDER.callsTo(from)).hasSize(1);

    var rows = rows();
    var calls = PROVIDER.calls().size();
    var repeated = duplicates();
    assertThat(HOUSE.webhook(body)).isEqualTo(200);
    assertThat(atOnce(8, () -> HOUSE.webhook(body))).containsOnly(200);
    HOUSE.settle();

    assertThat(duplicates() - repeated).isEqualTo(9);
    assertThat(rows()).isEqualTo(rows);
    assertThat(HOUSE.rows(leads)).isEqualTo(lead);
    assertThat(PROVIDER.calls()).hasSize(calls);
  }

  @Test
  void eight_first_deliveries_at_once_are_one_message() throws Exception {
    var from = "34600000102";
    var body = MetaWebhook.text(from, "wamid.eight", HOUSE.now(), EBC);
    var before = duplicates();

    assertThat(atOnce(8, () -> HOUSE.webhook(body))).containsOnly(200);
    HOUSE.settle();

    assertThat(PROVIDER.callsTo(from)).hasSize(1);
    assertThat(duplicates() - before).isEqualTo(7);
  }

  @Test
  void what_is_not_signed_as_it_is_leaves_nothing_but_a_count() {
    var body = MetaWebhook.text("34600000103", "wamid.forged", HOUSE.now(), "caf\\u00e9");
    var good = MetaWebhook.signature(House.SECRET, body.getBytes(UTF_8));
    var spaced = body.replace("\":\"", "\": \"");
    var before = counts();
    var refused = refused();

    assertThat(post(body)).isEqualTo(401);
    assertThat(
            post(body, "X-Hub-Signature-256", MetaWebhook.signature("other", body.getBytes(UTF_8))))
        .isEqualTo(401);
    assertThat(post(body, "X-Hub-Signature-256", good.substring(7))).isEqualTo(401);
    assertThat(post(body, "X-Hub-Signature-256", good.substring(0, 40))).isEqualTo(401);
    assertThat(post(body, "X-Hub-Signature", good)).isEqualTo(401);
    assertThat(post(spaced, "X-Hub-Signature-256", good)).isEqualTo(401);
    assertThat(post(body, "X-Hub-Signature-256", good, "X-Hub-Signature-256", good)).isEqualTo(401);
    assertThat(post("{}", "X-Hub-Signature-256", good)).isEqualTo(401);

    assertThat(counts()).isEqualTo(before);
    assertThat(refused() - refused).isEqualTo(8);
  }

  @Test
  void every_message_of_every_change_of_every_entry_is_heard() {
    var entries = new ArrayList<String>();
    for (var entry = 0; entry < 3; entry++) {
      var changes = new ArrayList<String>();
      for (var change = 0; change < 2; change++) {
        var from = "3460000020" + (entry * 2 + change);
        var messages =
            IntStream.range(0, 5)
                .mapToObj(i -> MetaWebhook.message(from, "wamid.30." + from + i, HOUSE.now(), "hi"))
                .toArray(String[]::new);
        changes.add(MetaWebhook.change(from, "Guest", messages));
      }
      entries.add(MetaWebhook.entry(changes));
    }
    var before = HOUSE.count("SELECT count(*) FROM whatsapp_messages WHERE direction = 'in'");
    assertThat(HOUSE.webhook(MetaWebhook.body(entries))).isEqualTo(200);
    HOUSE.settle();
    assertThat(
            HOUSE.count("SELECT count(*) FROM whatsapp_messages WHERE direction = 'in'") - before)
        .isEqualTo(30);
    assertThat(HOUSE.count("SELECT count(*) FROM inbox WHERE state <> 'done' AND kind = 'message'"))
        .isZero();
  }

  @Test
  void signed_rubbish_is_a_dead_letter_and_the_same_rubbish_is_no_other() {
    assertThat(HOUSE.webhook("<html>502</html>")).isEqualTo(200);
    assertThat(HOUSE.webhook("<html>502</html>")).isEqualTo(200);
    assertThat(HOUSE.webhook("[".repeat(200_000))).isEqualTo(200);

    var letters =
        HOUSE.rows(
            "SELECT id, state, reason FROM dead_letters WHERE reason LIKE 'The body%' ORDER BY at");
    assertThat(letters).hasSize(2);

    var id = UUID.fromString(String.valueOf(letters.getFirst().get("id")));
    assertThat(HOUSE.bean(Inbox.class).replay(1, id)).isFalse(); // it is rubbish still
    assertThat(HOUSE.rows("SELECT state FROM dead_letters WHERE id = ?", id))
        .containsExactly(Map.of("state", "open"));
  }

  @Test
  void a_body_that_can_be_read_now_is_heard_when_it_is_replayed() {
    // A body of before the reader knew this form: stored as nobody could read it.
    var from = "34600000104";
    var body = MetaWebhook.text(from, "wamid.late", HOUSE.now(), EBC).getBytes(UTF_8);
    var inbox = HOUSE.bean(Inbox.class);
    var line = HOUSE.bean(travel.opslayer.channel.Channels.class).first();
    inbox.keepUnreadable(line, body, "nobody can read it yet");
    var id =
        UUID.fromString(
            HOUSE
                .column("SELECT id FROM dead_letters WHERE reason = 'nobody can read it yet'")
                .getFirst());

    assertThat(inbox.replay(1, id)).isTrue();
    assertThat(inbox.replay(1, id)).isFalse();
    HOUSE.settle();

    assertThat(PROVIDER.callsTo(from)).hasSize(1);
    assertThat(HOUSE.rows("SELECT state FROM dead_letters WHERE id = ?", id))
        .containsExactly(Map.of("state", "replayed"));
  }

  @Test
  void a_body_above_four_mebibytes_is_refused_and_one_below_is_not() {
    var before = counts();
    assertThat(post("x".repeat(4 * 1024 * 1024 + 1))).isEqualTo(413);
    assertThat(counts()).isEqualTo(before);
    var body = MetaWebhook.text("34600000105", "wamid.big", HOUSE.now(), "hello");
    assertThat(HOUSE.webhook(body + " ".repeat(4 * 1024 * 1024 - body.length()))).isEqualTo(200);
  }

  @Test
  void while_the_database_is_away_the_provider_is_told_to_come_again() {
    var from = "34600000106";
    var body = MetaWebhook.text(from, "wamid.away", HOUSE.now(), EBC);
    HOUSE.databaseAway();
    try {
      assertThat(HOUSE.webhook(body)).isEqualTo(503);
      assertThat(HOUSE.webhook("no json while it is away")).isEqualTo(503);
    } finally {
      HOUSE.databaseBack();
    }
    assertThat(HOUSE.webhook(body)).isEqualTo(200);
    HOUSE.settle();
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
  }

  @Test
  void the_handshake_answers_the_challenge_to_whoever_knows_the_word() {
    var question = HOOK + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    var answer = HOUSE.get(question + "the%20word");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1158201444");
    assertThat(HOUSE.get(question + "another").statusCode()).isEqualTo(403);
    assertThat(HOUSE.get(HOOK).statusCode()).isEqualTo(403);
    assertThat(HOUSE.get(HOOK + "/nobody?hub.mode=subscribe").statusCode()).isEqualTo(404);
  }

  private static int post(String body, String... headers) {
    return HOUSE.post(HOOK, body.getBytes(UTF_8), headers).statusCode();
  }

  private static double refused() {
    return HOUSE
        .bean(MeterRegistry.class)
        .counter("opslayer.webhook.refused", "channel", "meta")
        .count();
  }

  private static long duplicates() {
    return HOUSE.count("SELECT coalesce(sum(count), 0) FROM inbox_duplicates");
  }

  private static Map<String, Long> counts() {
    return TABLES.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                it -> it, it -> HOUSE.count("SELECT count(*) FROM " + it)));
  }

  /** Every row of what a turn writes. */
  private static List<Object> rows() {
    var all = new ArrayList<Object>();
    for (var table :
        List.of(
            "inbox",
            "inbox_lanes",
            "people",
            "aliases",
            "whatsapp_messages",
            "outbox",
            "decisions",
            "timeline_entries",
            "whatsapp_audit_logs",
            "core.leads",
            "core.numbers",
            "scheduled_tasks",
            "dead_letters",
            "whatsapp_conversations")) {
      all.add(HOUSE.rows("SELECT t::text FROM %s t ORDER BY 1".formatted(table)));
    }
    return all;
  }

  static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var all = pool.invokeAll(IntStream.range(0, threads).mapToObj(it -> task).toList());
      var results = new ArrayList<T>();
      for (var it : all) {
        results.add(it.get());
      }
      return results;
    }
  }
}
