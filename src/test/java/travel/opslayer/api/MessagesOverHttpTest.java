package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.channel.sandbox.SandboxFaults;
import travel.opslayer.time.ServiceClock;

/** What messages look like from outside: as they came, and how far ours have come. */
class MessagesOverHttpTest {

  private static final String LUCIA = "+34600000101";

  @TempDir static Path keys;
  private static ApiOffice office;

  @BeforeAll
  static void open() throws Exception {
    office = new ApiOffice(keys).withRules();
    office.says(LUCIA, "intrested in EBC treck for 2 peple", "L1");
    office.says(LUCIA, "intrested in EBC treck for 2 peple", "L1");
    office.settle();
    office.says("+34600000102", "STOP", "S1");
    office.settle();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void what_came_in_is_there_once_word_for_word() throws Exception {
    var heard = messages("in").stream().filter(it -> "L1".equals(it.get("providerId"))).toList();

    assertThat(heard)
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("state", "received")
                    .containsEntry("kind", "text")
                    .containsEntry("text", "intrested in EBC treck for 2 peple")
                    .containsEntry("content", Map.of())
                    .containsEntry("replyTo", null)
                    .containsEntry("error", null)
                    .containsEntry("person", office.item("leads/LD-301").get("person")));
    assertThat(office.item("decisions/" + heard.getFirst().get("decision")))
        .containsEntry("object", "LD-301");
    assertThat(office.item("conversations/" + heard.getFirst().get("conversation")))
        .containsEntry("address", LUCIA)
        .containsEntry("channel", "sandbox");
  }

  @Test
  void taps_places_and_reactions_bring_their_content() throws Exception {
    office.post(
        "/sandbox/messages", Map.of("from", LUCIA, "id", "C1", "button", "ask_quote@LD-301"));
    office.post(
        "/sandbox/messages",
        Map.of("from", LUCIA, "id", "C2", "location", Map.of("latitude", 0, "longitude", 86.5)));
    office.post(
        "/sandbox/messages", Map.of("from", LUCIA, "id", "C3", "reaction", "👍", "replyTo", "m"));
    for (var i = 0; i < 3; i++) {
      office.settle();
    }

    assertThat(heard("C1"))
        .containsEntry("kind", "button")
        .containsEntry("content", Map.of("id", "ask_quote@LD-301", "title", "ask_quote@LD-301"));
    assertThat(heard("C2"))
        .containsEntry("kind", "location")
        .containsEntry("content", Map.of("latitude", 0.0, "longitude", 86.5));
    assertThat(heard("C3"))
        .containsEntry("kind", "reaction")
        .containsEntry("replyTo", "m")
        .containsEntry("content", Map.of("target", "m", "emoji", "👍"));
  }

  @Test
  void an_outgoing_message_goes_from_sent_to_delivered_to_read() throws Exception {
    var id = said().get("id");
    assertThat(office.item("messages/" + id))
        .containsEntry("state", "sent")
        .containsEntry("providerId", id)
        .containsEntry("receivedAt", null)
        .containsKey("sentAt");
    for (var word : List.of("delivered", "read")) {
      office.post("/sandbox/statuses", Map.of("id", id, "status", word));
      office.send();
      assertThat(office.item("messages/" + id)).containsEntry("state", word);
    }
    assertThat(office.item("outbox/" + id))
        .containsEntry("state", "accepted")
        .containsEntry("message", id)
        .containsEntry("attempts", 1);
  }

  @Test
  void a_delivery_that_failed_tells_the_providers_code() throws Exception {
    office.says("+34600000103", "intrested in EBC", "F1");
    office.settle();
    var id = answerTo("F1").get("id");
    office.post("/sandbox/statuses", Map.of("id", id, "status", "failed", "code", "131026"));
    office.send();

    assertThat(office.item("messages/" + id))
        .containsEntry("state", "failed")
        .containsEntry("error", "131026");
    assertProblem(office.post("/api/v1/outbox/" + id + "/retry"), 409, "(accepted)");
  }

  @Test
  void the_kind_is_the_form_that_left() throws Exception {
    var free = said();
    assertThat(free.get("kind")).isIn("text", "buttons", "list");
    var clock = office.bean(ServiceClock.class);
    var evening = clock.instant();
    office.says("+34600000104", "intrested in EBC", "T1"); // is written to a day and more later
    clock.moveTo(evening.plus(Duration.ofHours(30)));
    office.settle();

    var late = answerTo("T1");
    assertThat(late).containsEntry("kind", "template").containsEntry("state", "sent");
    assertThat(late.get("content"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsKeys("name", "language", "values");
    assertThat(String.valueOf(late.get("text"))).isNotEmpty();
  }

  @Test
  void a_message_of_unknown_outcome_waits_until_somebody_decides() throws Exception {
    office.bean(SandboxFaults.class).set("timeout", 1);
    office.says("+34600000105", "EBC price", "U1");
    office.settle();
    var id = answerTo("U1").get("id");
    assertThat(office.item("outbox/" + id))
        .containsEntry("state", "unknown")
        .containsEntry("error", "timeout");
    assertThat(office.item("messages/" + id))
        .containsEntry("state", "unknown")
        .containsEntry("providerId", null);

    var retried = office.post("/api/v1/outbox/" + id + "/retry");
    assertThat(retried.status()).isEqualTo(200);
    assertThat(retried.body()).containsEntry("state", "pending");
    assertThat(office.post("/api/v1/outbox/" + id + "/retry").status()).isEqualTo(200);
    office.send();

    assertThat(office.item("outbox/" + id))
        .containsEntry("state", "accepted")
        .containsEntry("attempts", 2);
    assertProblem(office.post("/api/v1/outbox/LD-301/retry"), 404, "among the outbox");
  }

  private static List<Map<String, Object>> messages(String direction) throws Exception {
    return office.all("messages").stream()
        .filter(it -> direction.equals(it.get("direction")))
        .toList();
  }

  private static Map<String, Object> heard(String providerId) throws Exception {
    return messages("in").stream()
        .filter(it -> providerId.equals(it.get("providerId")))
        .findFirst()
        .orElseThrow();
  }

  /** Our first answer to Lucía. */
  private static Map<String, Object> said() throws Exception {
    return answerTo("L1");
  }

  private static Map<String, Object> answerTo(String providerId) throws Exception {
    var asked = heard(providerId);
    return messages("out").stream()
        .filter(it -> Objects.equals(it.get("decision"), asked.get("decision")))
        .filter(it -> Objects.equals(it.get("person"), asked.get("person")))
        .findFirst()
        .orElseThrow();
  }
}
