package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at the rules, checking them and asking them, from outside. */
class RulesOverHttpTest {

  private static final Map<String, Object> LUCIA =
      Map.of(
          "sender_role", "customer",
          "sender_staff", false,
          "words_wish", "help",
          "message_kind", "text");

  @TempDir static Path keys;
  private static ApiOffice office;

  @BeforeAll
  static void open() {
    office = new ApiOffice(keys).withRules();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void the_rules_in_force_have_a_hash_and_files() throws Exception {
    var rules = office.item("rules");

    assertThat(String.valueOf(rules.get("hash"))).matches("[0-9a-f]{64}");
    assertThat(String.valueOf(rules.get("since"))).startsWith("2026-11-08T").endsWith("+05:45");
    assertThat(String.valueOf(rules.get("files"))).contains("20-authorise/permit.csv");
    assertThat(rules).containsEntry("problems", List.of()).containsKey("notes");
  }

  @Test
  void before_there_are_rules_there_is_a_hash_of_none_and_nothing_to_ask() throws Exception {
    try (var young = new ApiOffice(keys)) {
      assertThat(young.item("rules"))
          .containsEntry("hash", null)
          .containsEntry("files", List.of())
          .containsEntry("notes", List.of());
      assertProblem(young.post("/api/v1/rules/decide", Map.of("facts", LUCIA)), 503, "in force");
    }
  }

  @Test
  void the_folder_on_disk_is_checked_when_nothing_is_sent() throws Exception {
    var answer = office.post("/api/v1/rules/check");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .containsOnlyKeys("ok", "problems", "notes")
        .containsEntry("ok", true)
        .containsEntry("notes", office.item("rules").get("notes"));
  }

  @Test
  void a_zip_is_checked_and_comes_not_into_force() throws Exception {
    var hash = office.item("rules").get("hash");
    assertThat(check(zip("", "")).body()).containsEntry("ok", true);
    assertThat(check(zip("rules/", "")).body()).containsEntry("ok", true);

    var broken = check(zip("rules/", "custommer,greet_lavishly,,,\n"));

    assertThat(broken.body()).containsEntry("ok", false);
    assertThat(broken.raw().body())
        .contains(
            "\"file\":\"20-authorise/permit.csv\"", "custommer", "\"sentence\"", "\"advice\"");
    assertThat(office.item("rules"))
        .containsEntry("hash", hash)
        .containsEntry("problems", List.of());
  }

  @Test
  void what_may_be_a_slip_of_the_hand_is_a_note_and_no_problem() throws Exception {
    var answer = check(zip("", "help,manager,,,\n"));

    assertThat(answer.body()).containsEntry("ok", true).containsEntry("problems", List.of());
    assertThat(answer.raw().body())
        .contains("{\"file\":\"20-authorise/permit.csv\",\"sheet\":null,\"cell\":\"A22\"")
        .contains("\"sentence\":\"This row adds nothing: row 11 says the same");
  }

  @Test
  void what_is_no_zip_is_a_problem() throws Exception {
    assertProblem(check("hello".getBytes(StandardCharsets.UTF_8)), 400, "no zip");
    var whole = zip("", "");
    for (var length = whole.length / 2; length < whole.length; length += 97) {
      assertThat(check(Arrays.copyOf(whole, length)).status()).as("" + length).isEqualTo(400);
    }
  }

  @Test
  void a_zip_that_is_endless_unpacked_is_refused() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("20-authorise/permit.csv"));
      zip.write(new byte[50 << 20]);
    }
    assertProblem(check(bytes.toByteArray()), 400, "too much in this zip");
  }

  @Test
  void made_up_facts_are_decided_like_real_ones() throws Exception {
    var answer = decide(LUCIA);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .containsOnlyKeys(
            "state",
            "release",
            "wish",
            "facts",
            "rules",
            "permits",
            "refusals",
            "requirements",
            "transition",
            "effects")
        .containsEntry("state", "permitted")
        .containsEntry("wish", "help")
        .containsEntry("release", office.item("rules").get("hash"));
    assertThat(answer.raw().body())
        .contains("{\"action\":\"help\",\"rule\":", "\"source\":\"20-authorise/permit.csv")
        .contains("{\"verb\":\"reply\",");
  }

  @Test
  void the_same_facts_get_the_same_answer() throws Exception {
    assertThat(decide(LUCIA).raw().body()).isEqualTo(decide(LUCIA).raw().body());
    assertThat(office.all("decisions")).isEmpty();
    assertThat(office.all("messages")).isEmpty();
  }

  @Test
  void a_given_wish_is_not_guessed_again() throws Exception {
    var answer =
        decide(
            Map.of("sender_role", "customer", "words_wish", "help", "wish_action", "remind_owner"));

    assertThat(answer.body())
        .containsEntry("wish", "remind_owner")
        .containsEntry("state", "refused");
    assertThat(answer.raw().body())
        .doesNotContain("10-classify")
        .contains("\"refusals\":[{\"action\":\"remind_owner\",\"rule\":\"\",\"reason\":\"refused/");
  }

  @Test
  void a_name_that_no_rule_knows_is_refused_with_the_nearest_one() throws Exception {
    assertProblem(decide(Map.of("sender_rolle", "customer")), 400, "Maybe 'sender_role'?");
    assertProblem(decide(Map.of("sender_role", "custmer")), 400, "Maybe 'customer'?");
    assertProblem(decide(Map.of("sender_staff", "yes")), 400, "Maybe give true or false.");
    assertProblem(decide(Map.of("message_bubbles", 1.5)), 400, "Maybe give a whole number.");
    assertProblem(office.post("/api/v1/rules/decide", Map.of("sender_role", "x")), 400, "no facts");
    assertProblem(office.post("/api/v1/rules/decide", Map.of("facts", "x")), 400, "no facts");
  }

  @Test
  void a_fact_that_is_null_is_unknown() throws Exception {
    var json = "{\"facts\":{\"sender_role\":\"customer\",\"words_wish\":null}}";
    var asked =
        office
            .request("/api/v1/rules/decide")
            .header("Content-Type", "application/json")
            .POST(ApiOffice.text(json));

    assertThat(office.ask(asked).body()).containsEntry("wish", "not_understood");
  }

  private static ApiOffice.Answer decide(Map<String, Object> facts) throws Exception {
    return office.post("/api/v1/rules/decide", Map.of("facts", facts));
  }

  private static ApiOffice.Answer check(byte[] zip) throws Exception {
    return office.ask(
        office
            .request("/api/v1/rules/check")
            .header("Content-Type", "application/zip")
            .POST(BodyPublishers.ofByteArray(zip)));
  }

  /** Our rules, with a line more in the table of permissions. */
  private static byte[] zip(String folder, String line) throws IOException {
    var rules = Path.of("rules");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var files = Files.walk(rules)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(
            new ZipEntry(folder + rules.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
        if (file.endsWith("permit.csv")) {
          zip.write(line.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return bytes.toByteArray();
  }
}
