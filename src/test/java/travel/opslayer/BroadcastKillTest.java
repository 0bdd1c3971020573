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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A thousand guests of one trip, a service that is killed twice, and one that is told to stop. */
@TestMethodOrder(OrderAnnotation.class)
class BroadcastKillTest {

  private static final int PEOPLE = 1000;
  private static final String BIKRAM = "9779805550202";
  private static final String OURS =
      " FROM broadcast_recipients r JOIN broadcasts b ON b.id = r.broadcast_id"
          + " LEFT JOIN outbox o ON o.id = r.message_id WHERE b.code = '%s'";

  @TempDir static Path folder;
  private static final Provider PROVIDER = new Provider();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ServiceProcess service;

  @BeforeAll
  static void aThousandGuests() throws Exception {
    HouseFiles.copyTo(folder, false);
    HouseFiles.edit(folder, "parameters.csv", "P-BROADCAST-PACE,20", "P-BROADCAST-PACE,100");
    service = start();
    post(MetaWebhook.text(BIKRAM, "wamid.hello", Instant.now(), "thanks"));
    for (var it = 0; it < PEOPLE; it += 100) {
      var changes =
          IntStream.range(it, it + 100)
              .mapToObj(BroadcastKillTest::phone)
              .map(to -> MetaWebhook.change(to, "Guest", hello(to)))
              .toList();
      post(MetaWebhook.body(List.of(MetaWebhook.entry(changes))));
    }
    await(PEOPLE + 1, "SELECT count(*) FROM whatsapp_conversations WHERE last_in_at IS NOT NULL");
    execute(
        """
        INSERT INTO trip_guests (tenant_id, trip, booking, person_id, name, place, party)
        SELECT 1, 'TRP130', 'BK-' || (5000 + row_number() OVER ()), c.person_id, g.name, g.place, 1
        FROM whatsapp_conversations c, trip_guests g
        WHERE g.booking = 'BK-1901' AND c.last_in_at IS NOT NULL AND NOT EXISTS
          (SELECT FROM person_roles q WHERE q.person_id = c.person_id)
        """);
  }

  @AfterAll
  static void close() throws InterruptedException {
    service.stop();
    PROVIDER.close();
  }

  @Test
  @Order(1)
  void killed_twice_each_of_them_has_exactly_one_message() throws Exception {
    writes("one", "broadcast trp130: the van is 20 min late");
    send("BC-1");
    awaitGone(150);
    service.kill();
    service = start();
    awaitGone(500);
    service.kill();
    service = start();
    await(1, "SELECT count(*) FROM broadcasts WHERE code = 'BC-1' AND state = 'done'");

    assertThat(number("SELECT count(DISTINCT o.id)" + OURS.formatted("BC-1"))).isEqualTo(PEOPLE);
    assertThat(
            number(
                "SELECT count(*) FROM whatsapp_messages WHERE template IN ('broadcast/guest')"
                    + " AND direction = 'out'"))
        .isEqualTo(PEOPLE);
    assertThat(number("SELECT count(*)" + OURS.formatted("BC-1") + " AND r.state <> 'queued'"))
        .isZero();
    var calls = guests().stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    assertThat(calls.values()).containsOnly(1L);
    var unsure = number("SELECT count(*)" + OURS.formatted("BC-1") + " AND o.state = 'unknown'");
    assertThat(calls.size()).isBetween(PEOPLE - (int) unsure, PEOPLE);
  }

  @Test
  @Order(2)
  void stopped_within_five_seconds_the_rest_do_not_get_it() throws Exception {
    PROVIDER.forget();
    writes("two", "broadcast trp130: the van is here");
    send("BC-2");
    awaitGone(100);
    var asked = System.nanoTime();
    writes("three", "STOP BROADCAST");
    await(1, "SELECT count(*) FROM broadcasts WHERE code = 'BC-2' AND state = 'stopped'");
    await(0, "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')");
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));

    var had = guests().size();
    assertThat(had).isBetween(100, PEOPLE - 1);
    post(MetaWebhook.text(BIKRAM, "wamid.after", Instant.now(), "status"));
    PROVIDER.await(BIKRAM, 4);
    assertThat(guests()).hasSize(had).doesNotHaveDuplicates();
    assertThat(number("SELECT count(*)" + OURS.formatted("BC-2") + " AND r.state = 'waiting'"))
        .isEqualTo(PEOPLE - had);
  }

  private static void writes(String id, String text) throws Exception {
    post(MetaWebhook.text(BIKRAM, "wamid." + id, Instant.now(), text));
  }

  private static void send(String code) throws Exception {
    await(1, "SELECT count(*) FROM broadcasts WHERE state = 'draft' AND code = '" + code + "'");
    assertThat(number("SELECT people FROM broadcasts WHERE code = '" + code + "'"))
        .isEqualTo(PEOPLE);
    var choice = "send_broadcast@" + code + "~1";
    post(MetaWebhook.tap(BIKRAM, "wamid.tap." + code, Instant.now(), choice));
  }

  /** The phones of guests that the provider was asked to write to, in order. */
  private static List<String> guests() {
    return PROVIDER.calls().stream()
        .map(Provider.Call::to)
        .filter(it -> it.startsWith("3480"))
        .toList();
  }

  private static void awaitGone(int enough) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (guests().size() < enough) {
      assertThat(System.nanoTime()).as("%d have it", guests().size()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void await(long wanted, String sql) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    try (var database = service.connect()) {
      for (var seen = number(database, sql); seen != wanted; seen = number(database, sql)) {
        assertThat(System.nanoTime()).as("%s: %d", sql, seen).isLessThan(end);
        Thread.onSpinWait();
      }
    }
  }

  private static long number(String sql) throws Exception {
    try (var database = service.connect()) {
      return number(database, sql);
    }
  }

  private static long number(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var results = statement.executeQuery(sql)) {
      results.next();
      return results.getLong(1);
    }
  }

  private static void execute(String sql) throws Exception {
    try (var database = service.connect();
        var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String phone(int number) {
    return "3480%07d".formatted(number);
  }

  private static String hello(String from) {
    return MetaWebhook.message(from, "wamid.hello." + from, Instant.now(), "thanks");
  }

  private static ServiceProcess start() throws IOException {
    return ServiceProcess.start(folder, PROVIDER.address());
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
}
