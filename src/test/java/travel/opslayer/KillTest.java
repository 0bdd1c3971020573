package travel.opslayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.Provider.Reaction;

/**
 * The service as a process that is killed, on a database of its own that is as durable as it is.
 */
class KillTest {

  private static final String EBC = "Interested in EBC Trek for 2 people";

  @TempDir static Path folder;
  private static final Provider PROVIDER = new Provider();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Which row of the inbox the message of a number made. */
  private static final Map<String, Long> ROWS = new HashMap<>();

  private static ServiceProcess service;

  @BeforeAll
  static void open() throws IOException {
    HouseFiles.copyTo(folder, false);
    service = start();
  }

  @AfterAll
  static void close() throws InterruptedException {
    service.stop();
    PROVIDER.close();
  }

  @Test
  void killed_right_after_the_last_acknowledgement_it_answers_everybody_once() throws Exception {
    var people = IntStream.range(0, 30).mapToObj("3471%07d"::formatted).toList();
    for (var it : people) {
      hears(it, EBC);
    }
    kill();
    service = start();
    for (var it : people) {
      awaitSettled(it);
    }
    try (var database = service.connect()) {
      assertThat(
              column(
                  database,
                  "SELECT count(*) FROM core.leads WHERE product = 'EBC'"
                      + " GROUP BY person_id HAVING count(*) > 1"))
          .isEmpty();
    }
    for (var it : people) {
      hears(it, EBC); // the provider repeats what it may not have heard the answer to
    }
    hears("34710000099", "STOP");
    PROVIDER.await("34710000099", 1);
    for (var it : people) {
      var calls = PROVIDER.callsTo(it).size();
      assertThat(calls).isLessThanOrEqualTo(1);
      if (calls == 0) { // it was about to be sent, and nobody can know that it was not
        assertThat(states(it)).containsExactly("unknown");
      }
    }
  }

  @Test
  void killed_in_the_middle_of_a_turn_it_takes_the_turn_again() throws Exception {
    var from = "34720000001";
    try (var database = service.connect()) {
      database.setAutoCommit(false);
      execute(database, "LOCK TABLE decisions IN ACCESS EXCLUSIVE MODE");
      hears(from, EBC);
      awaitBlocked(database);
      kill();
      database.rollback();
    }
    assertThat(PROVIDER.callsTo(from)).isEmpty();
    service = start();
    PROVIDER.await(from, 1);
    awaitSettled(from);
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
    assertThat(states(from)).containsExactly("accepted");
  }

  @Test
  void killed_before_the_provider_answered_it_holds_the_message_until_a_status_tells()
      throws Exception {
    var from = "34730000001";
    var never = new CountDownLatch(1);
    PROVIDER.behave(
        it ->
            it.to().equals(from)
                ? new Reaction.Hold(never, new Reaction.HangUp())
                : new Reaction.Accept());
    hears(from, EBC);
    PROVIDER.await(from, 1);
    kill();
    never.countDown();
    PROVIDER.behave(new Reaction.Accept());
    service = start();
    assertThat(states(from)).containsExactly("unknown"); // at once, not when its time is over
    hears("34730000099", "STOP");
    PROVIDER.await("34730000099", 1);
    assertThat(PROVIDER.callsTo(from)).hasSize(1);

    var call = PROVIDER.callsTo(from).getFirst();
    post(MetaWebhook.statusOfOurs("delivered", Instant.now(), call.id(), call.ours()));
    while (!states(from).equals(List.of("accepted"))) {
      LockSupport.parkNanos(10_000_000L); // a core for the process that is waited for
    }
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
  }

  @Test
  void killed_between_the_answer_and_its_record_it_does_not_send_again() throws Exception {
    var from = "34740000001";
    try (var database = service.connect()) {
      database.setAutoCommit(false);
      var locked = new AtomicReference<SQLException>();
      PROVIDER.behave(
          it -> {
            if (it.to().equals(from)) {
              try {
                execute(database, "LOCK TABLE outbox IN EXCLUSIVE MODE");
              } catch (SQLException e) {
                locked.set(e);
              }
            }
            return new Reaction.Accept();
          });
      hears(from, EBC);
      PROVIDER.await(from, 1);
      awaitBlocked(database);
      assertThat(locked).hasNullValue();
      kill();
      database.rollback();
    }
    PROVIDER.behave(new Reaction.Accept());
    service = start();
    assertThat(states(from)).containsExactly("unknown");
    hears("34740000099", "STOP");
    PROVIDER.await("34740000099", 1);
    assertThat(PROVIDER.callsTo(from)).hasSize(1);
  }

  private static ServiceProcess start() throws IOException {
    return ServiceProcess.start(folder, PROVIDER.address());
  }

  /** SIGKILL: nothing is closed, flushed or said. */
  private static void kill() throws InterruptedException {
    service.kill();
  }

  /** The same message each time. */
  private static void hears(String from, String text) throws Exception {
    var at = Instant.ofEpochSecond(1_794_200_400);
    post(MetaWebhook.text(from, "wamid.kill." + from, at, text));
    if (!ROWS.containsKey(from)) {
      try (var database = service.connect()) {
        var newest = column(database, "SELECT max(seq) FROM inbox WHERE kind = 'message'");
        ROWS.put(from, Long.parseLong(newest.getFirst()));
      }
    }
  }

  private static void post(String body) throws Exception {
    var signature = MetaWebhook.signature(House.SECRET, body.getBytes(UTF_8));
    var address = URI.create("http://127.0.0.1:%d/api/whatsapp/webhook".formatted(service.port()));
    var request =
        HttpRequest.newBuilder(address)
            .header("X-Hub-Signature-256", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private static void awaitSettled(String from) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (!List.of("accepted", "unknown").containsAll(states(from)) || states(from).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(10_000_000L); // a core for the process that is waited for
    }
  }

  private static void awaitBlocked(Connection database) throws SQLException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (column(database, "SELECT pid FROM pg_locks WHERE NOT granted").isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(10_000_000L); // a core for the process that is waited for
    }
  }

  /** Of the answers to this person's message, which is known by the row that it made. */
  private static List<String> states(String from) throws Exception {
    try (var database = service.connect()) {
      return column(
          database,
          """
          SELECT o.state FROM inbox i JOIN whatsapp_messages m ON m.decision_id = i.turn_id
          JOIN outbox o ON o.id = m.id AND o.category = 'answer'
          WHERE i.seq = %d ORDER BY o.seq
          """
              .formatted(ROWS.getOrDefault(from, 0L)));
    }
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> column(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var results = statement.executeQuery(sql)) {
      var column = new ArrayList<String>();
      while (results.next()) {
        column.add(results.getString(1));
      }
      return column;
    }
  }
}
