package travel.opslayer.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.decision.RuleFolder;

/** Why it was decided so, and what other rules would have decided. */
class ExplainOverHttpTest {

  private static final String LUCIA = "+34600000101";

  @TempDir static Path folder;
  private static ApiOffice office;

  @BeforeAll
  static void open() throws Exception {
    var rules = folder.resolve("rules");
    FileUtils.copyDirectory(Path.of("rules").toFile(), rules.toFile());
    office =
        new ApiOffice(
                folder,
                Map.of("opslayer.api-token", ApiOffice.TOKEN, "opslayer.rules", rules.toString()))
            .withRules();
    office.says(LUCIA, "Interested in EBC Trek for 2 people", "L1");
    office.settle();
    office.says(LUCIA, "quote please", "L2");
    office.settle();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static String decision(String wish) throws Exception {
    return office.get("/api/v1/decisions").items().stream()
        .filter(it -> wish.equals(it.get("wish")))
        .findFirst()
        .map(it -> String.valueOf(it.get("id")))
        .orElseThrow();
  }

  @Test
  void a_decision_is_explained_by_the_rows_that_made_it_in_their_own_words() throws Exception {
    var answer = office.get("/api/v1/decisions/" + decision("enquire") + "/explain");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .containsEntry("state", "permitted")
        .containsEntry("sentence", "enquire is permitted, by permit.csv row 2.");
    assertThat(String.valueOf(answer.body().get("fired")))
        .contains(
            "10-classify/wish.csv!",
            "20-authorise/permit.csv!2",
            "Action=enquire",
            "Role=customer");
    assertThat(String.valueOf(answer.body().get("whatIf")))
        .contains("field=sender_role", "to=field", "No row permits enquire to this sender now.");
  }

  @Test
  void rules_that_would_decide_otherwise_are_found_before_they_are_in_force() throws Exception {
    var same = office.post("/api/v1/rules/replay", Map.of());
    assertThat(same.body()).containsEntry("changed", List.of()).containsEntry("lost", 0);
    assertThat(same.body()).doesNotContainEntry("decisions", 0);

    change("20-authorise/permit.csv", "ask_quote,customer", "ask_quote,manager");
    var other = office.post("/api/v1/rules/replay", Map.of("release", "folder"));
    change("20-authorise/permit.csv", "ask_quote,manager", "ask_quote,customer");

    assertThat(other.status()).isEqualTo(200);
    assertThat(other.body().get("kinds")).isEqualTo(Map.of("ask_quote permitted -> refused", 1));
    assertThat(String.valueOf(other.body().get("changed")))
        .contains(decision("ask_quote"), "refused/nobody_permits", "enquiry/quote_promised");
  }

  @Test
  void an_earlier_release_is_brought_back_until_somebody_saves_again() throws Exception {
    var folderOf = office.bean(RuleFolder.class);
    var good = String.valueOf(office.item("rules").get("hash"));
    change("10-classify/words-en.csv", "planning,wish", "plannings,wish");
    look(folderOf);
    assertThat(office.item("rules")).doesNotContainEntry("hash", good);

    var back =
        office.post("/api/v1/rules/rollback", Map.of("release", good, "why", "customers complain"));

    assertThat(back.body()).containsEntry("kind", "rollback").containsEntry("release", good);
    assertThat(office.item("rules")).containsEntry("hash", good);
    look(folderOf);
    look(folderOf);
    assertThat(office.item("rules")).containsEntry("hash", good);
    var history = office.get("/api/v1/rules/history").items();
    assertThat(history.getFirst())
        .containsEntry("why", "customers complain")
        .containsEntry("actor", "api");
    assertThat(history).extracting(it -> it.get("kind")).startsWith("rollback", "folder");

    change("10-classify/words-en.csv", "plannings,wish", "planningz,wish");
    look(folderOf);
    assertThat(office.item("rules")).doesNotContainEntry("hash", good);
    change("10-classify/words-en.csv", "planningz,wish", "planning,wish");
    look(folderOf);
    assertThat(office.item("rules")).containsEntry("hash", good);
    assertProblem(office.post("/api/v1/rules/rollback", Map.of("release", "abc")), 404, "abc");
    assertProblem(office.post("/api/v1/rules/rollback", Map.of()), 400, "no release");
  }

  private static void look(RuleFolder folder) {
    folder.runOnce();
    folder.runOnce();
  }

  @Test
  void a_draft_that_is_in_no_folder_is_tried_on_what_happened() throws Exception {
    var draft =
        zip("20-authorise/permit.csv", it -> it.replace("ask_quote,customer", "ask_quote,manager"));
    var request =
        office
            .request("/api/v1/rules/replay/draft")
            .header("Content-Type", "application/zip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(draft));

    assertThat(office.ask(request).body().get("kinds"))
        .isEqualTo(Map.of("ask_quote permitted -> refused", 1));
    var broken = zip("20-authorise/permit.csv", it -> it.replace("customer", "custmer"));
    assertProblem(
        office.ask(
            office
                .request("/api/v1/rules/replay/draft")
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(broken))),
        400,
        "custmer");
  }

  @Test
  void a_draft_in_shadow_is_asked_about_every_message_and_changes_nothing() throws Exception {
    assertProblem(office.get("/api/v1/rules/shadow"), 404, "No draft is tried");
    var draft =
        zip(
            "50-reply/reply.csv",
            it -> it.replace("help,no,,,,,,help/menu", "help,no,,,,,,help/greeting"));
    var begin =
        office
            .request("/api/v1/rules/shadow")
            .header("Content-Type", "application/zip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(draft));
    assertThat(office.ask(begin).body()).containsEntry("decisions", 0);

    office.says("+447700900555", "?", "S1");
    office.says("+447700900556", "hello", "S2");
    office.settle();
    office.settle();

    var tried = office.get("/api/v1/rules/shadow").body();
    assertThat(tried)
        .containsEntry("decisions", 2)
        .containsEntry("different", 1)
        .containsEntry("failed", 0);
    assertThat(String.valueOf(tried.get("changed"))).contains("help/menu", "help/greeting");
    assertThat(office.ask(office.request("/api/v1/rules/shadow").DELETE()).status()).isEqualTo(204);
    assertProblem(office.get("/api/v1/rules/shadow"), 404, "No draft is tried");
  }

  @Test
  void rules_that_nothing_needed_are_named() throws Exception {
    var unused = office.get("/api/v1/rules/unused");

    var rules = String.valueOf(unused.body().get("rules"));
    assertThat(rules).contains("20-authorise/forbid.csv!2").doesNotContain("/permit.csv!2}");
    assertThat(unused.body()).doesNotContainEntry("decisions", 0);
    assertProblem(office.get("/api/v1/rules/unused?days=0"), 400, "days (0)");
  }

  private static byte[] zip(String changed, UnaryOperator<String> change) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var files = Files.walk(Path.of("rules"))) {
      for (var it : files.filter(Files::isRegularFile).toList()) {
        var name = Path.of("rules").relativize(it).toString();
        var text = Files.readString(it);
        zip.putNextEntry(new ZipEntry(name));
        zip.write((name.equals(changed) ? change.apply(text) : text).getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void a_period_without_decisions_has_none_and_nonsense_is_told() throws Exception {
    var early = Map.of("to", "2001-01-01T00:00:00Z");
    assertThat(office.post("/api/v1/rules/replay", early).body()).containsEntry("decisions", 0);
    assertProblem(office.post("/api/v1/rules/replay", Map.of("from", "monday")), 400, "monday");
    assertProblem(office.post("/api/v1/rules/replay", Map.of("release", "abc")), 404, "abc");
    assertProblem(office.get("/api/v1/decisions/nobody/explain"), 404, "nobody");
  }

  private static void change(String file, String from, String to) throws IOException {
    var path = folder.resolve("rules").resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }
}
