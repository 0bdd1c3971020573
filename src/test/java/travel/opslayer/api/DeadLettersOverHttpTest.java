package travel.opslayer.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.channel.Channels;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.message.InboundEvent;

/** What could not be used gets another chance, once. */
class DeadLettersOverHttpTest {

  private static final String LUCIA = "+34600000101";
  private static final String BODY =
      "{\"from\":\"+34600000101\",\"name\":\"Lucía\",\"text\":\"intrested in EBC\",\"id\":\"D1\"}";

  @TempDir Path keys;
  private ApiOffice office;

  @BeforeEach
  void open() {
    office = new ApiOffice(keys).withRules();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_body_that_can_be_read_by_now_is_answered_and_twice_is_harmless() throws Exception {
    keepUnreadable(BODY);
    var letter = only();
    assertThat(letter)
        .containsEntry("state", "open")
        .containsEntry("channel", "sandbox")
        .containsEntry("reason", "It was too new for us.")
        .containsEntry("body", BODY);

    assertThat(replay(letter).body()).containsEntry("state", "replayed");
    office.settle();
    assertThat(replay(letter).body()).containsEntry("state", "replayed");
    office.settle();

    assertThat(heard("D1")).hasSize(1);
    assertThat(office.all("leads")).hasSize(1);
    assertThat(office.all("metrics"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .containsEntry("name", "dead_letters_open")
                    .containsEntry("value", 0));
  }

  @Test
  void what_the_provider_delivers_again_after_a_replay_changes_nothing() throws Exception {
    keepUnreadable(BODY);
    replay(only());
    office.settle();

    office.says(LUCIA, "intrested in EBC", "D1");
    office.settle();

    assertThat(heard("D1")).hasSize(1);
    assertThat(office.all("leads")).hasSize(1);
  }

  @Test
  void a_body_that_still_cannot_be_read_stays_open() throws Exception {
    keepUnreadable("{\"from\":");
    var letter = only();

    assertProblem(replay(letter), 409, "still cannot be read");

    assertThat(only()).isEqualTo(letter);
  }

  @Test
  void an_event_whose_turns_failed_gets_another_turn_once() throws Exception {
    sql("ALTER TABLE core.leads ADD CONSTRAINT none CHECK (false) NOT VALID");
    office.says(LUCIA, "intrested in EBC", "D2");
    for (var i = 0; i < 4; i++) {
      office.settle();
    }
    var letter = only();
    assertThat(letter).containsEntry("state", "open");
    assertThat(String.valueOf(letter.get("body"))).contains("intrested in EBC");
    assertThat(heard("D2")).isEmpty();

    sql("ALTER TABLE core.leads DROP CONSTRAINT none");
    assertThat(replay(letter).body()).containsEntry("state", "replayed");
    assertThat(replay(letter).body()).containsEntry("state", "replayed");
    office.settle();
    replay(letter);
    office.settle();

    assertThat(heard("D2")).hasSize(1);
    assertThat(office.all("leads")).hasSize(1);
  }

  @Test
  void an_event_that_dies_once_more_opens_its_letter_again() throws Exception {
    sql("ALTER TABLE core.leads ADD CONSTRAINT none CHECK (false) NOT VALID");
    office.says(LUCIA, "intrested in EBC", "D3");
    for (var round = 0; round < 2; round++) {
      for (var i = 0; i < 4; i++) {
        office.settle();
      }
      assertThat(only()).containsEntry("state", "open");
      replay(only());
    }
  }

  @Test
  void an_element_that_nobody_could_read_is_kept_anew_once_it_can_be() throws Exception {
    var line = office.bean(Channels.class).first();
    office
        .bean(Inbox.class)
        .keep(line, BODY.getBytes(UTF_8), List.of(new InboundEvent.Unreadable("Too new.")));
    assertThat(only()).containsEntry("reason", "Too new.");

    assertThat(replay(only()).body()).containsEntry("state", "replayed");
    replay(only());
    office.settle();
    office.says(LUCIA, "intrested in EBC", "D1"); // late, by the provider
    office.settle();

    assertThat(heard("D1")).hasSize(1);
  }

  @Test
  void a_large_body_is_on_its_own_page_only() throws Exception {
    keepUnreadable("x".repeat(70_000));
    keepUnreadable("y".repeat(60_000));

    assertThat(office.all("dead-letters"))
        .extracting(it -> it.get("body") == null)
        .containsExactlyInAnyOrder(true, false);
    for (var letter : office.all("dead-letters")) {
      assertThat(
              String.valueOf(office.item("dead-letters/" + letter.get("id")).get("body")).length())
          .isGreaterThanOrEqualTo(60_000);
    }
  }

  @Test
  void what_is_not_there_cannot_be_replayed() throws Exception {
    assertProblem(
        office.post("/api/v1/dead-letters/" + UUID.randomUUID() + "/replay"), 404, "dead-letters");
  }

  private void keepUnreadable(String body) {
    var line = office.bean(Channels.class).first();
    office.bean(Inbox.class).keepUnreadable(line, body.getBytes(UTF_8), "It was too new for us.");
  }

  private ApiOffice.Answer replay(Map<String, Object> letter) throws Exception {
    return office.post("/api/v1/dead-letters/" + letter.get("id") + "/replay");
  }

  private Map<String, Object> only() throws Exception {
    var letters = office.all("dead-letters");
    assertThat(letters).hasSize(1);
    return letters.getFirst();
  }

  private List<Map<String, Object>> heard(String providerId) throws Exception {
    return office.all("messages").stream()
        .filter(it -> providerId.equals(it.get("providerId")))
        .filter(it -> "in".equals(it.get("direction")))
        .toList();
  }

  private void sql(String statement) throws SQLException {
    try (var connection = TestPostgres.connect(office.database());
        var it = connection.createStatement()) {
      it.execute(statement);
    }
  }
}
