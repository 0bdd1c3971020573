package travel.opslayer.web.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page reads, without a browser. */
class LooksTest {

  private static final String SARITA = "+9779805550201";

  @TempDir static Path folder;
  private static OpenOffice office;
  private static List<String> said;

  @BeforeAll
  static void open() {
    try (var log = new AddressLog()) {
      office = OpenOffice.start(folder, Path.of("rules"), Map.of());
      said = log.of(office);
    }
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void the_start_says_in_one_line_where_the_page_is() {
    assertThat(said).singleElement().asString().contains("/simulator", "Open http://");
  }

  @Test
  void the_root_leads_to_the_page_and_only_our_own_files_run_on_it() throws Exception {
    var root = office.get("/");
    var page = office.get("/simulator");

    assertThat(root.statusCode()).isEqualTo(307);
    assertThat(root.headers().firstValue("location")).contains("/simulator");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'self';")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<script>", "style=", "onclick=", "://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.css",
        "page.js",
        "phone.js",
        "bubble.js",
        "decision.js",
        "otherwise.js",
        "row.js",
        "rules.js",
        "tabs.js",
        "dom.js",
        "icon.svg"
      })
  void every_file_of_the_page_is_there_and_asks_nobody_else(String file) throws Exception {
    var answer = office.get("/simulator/" + file);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(answer.body().replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("://", "innerHTML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.js", "page.html", "..%2Fapplication.yml", "%2e%2e/logback.xml"})
  void no_other_file_is(String file) throws Exception {
    assertThat(office.get("/simulator/" + file).statusCode()).isEqualTo(404);
  }

  @Test
  void the_people_of_the_demo_are_there_with_number_and_role() throws Exception {
    assertThat(office.list("/simulator/people"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        entry("name", "Sarita Gurung"),
                        entry("phone", SARITA),
                        entry("role", "sales")))
        .anySatisfy(
            it -> assertThat(it).contains(entry("name", "Tom Walsh"), entry("role", "customer")));
  }

  @Test
  void a_bubble_is_shown_while_it_waits_and_with_its_decision_afterwards() throws Exception {
    var lucia = "+34600000101";
    office.say(lucia, "Interested in EBC trek for 2 people");

    assertThat(office.chat(lucia))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .contains(
                        entry("direction", "in"),
                        entry("text", "Interested in EBC trek for 2 people"),
                        entry("state", "waiting"))
                    .doesNotContainKey("decision"));
    office.settle();

    var chat = office.chat(lucia);
    assertThat(chat).extracting(it -> it.get("direction")).containsExactly("in", "out");
    assertThat(chat).extracting(it -> it.get("state")).containsExactly("answered", "sent");
    assertThat(chat.getFirst()).containsEntry("decision", chat.getLast().get("decision"));
    assertThat(String.valueOf(chat.getLast().get("choices")))
        .contains("ask_quote@LD-", "I want a quote");
    assertThat(String.valueOf(office.object("/simulator/office").get("timers")))
        .contains("first_reply", "LD-");
  }

  @Test
  void a_decision_brings_its_rows_its_people_and_what_its_facts_mean() throws Exception {
    var phone = "+34600000110";
    office.say(phone, "Interested in EBC trek for 2 people");
    office.settle();
    var id = office.chat(phone).getLast().get("decision");

    var explained = office.object("/simulator/decisions/" + id);

    assertThat(object(explained, "decision"))
        .contains(entry("wish", "enquire"), entry("outcome", "permitted"));
    assertThat(object(object(explained, "rows"), "20-authorise/permit.csv!2"))
        .contains(entry("Action", "enquire"), entry("Role", "customer"))
        .doesNotContainKey("Lead state"); // a blank cell
    assertThat(String.valueOf(explained.get("people"))).contains("Lucía", "Sarita Gurung");
    assertThat(object(explained, "meanings")).containsKey("departure_free");
  }

  @Test
  void a_decision_brings_what_nearly_counted_and_what_would_have_changed_it() throws Exception {
    var phone = "+34600000113";
    office.say(phone, "Interested in EBC trek for 2 people");
    office.settle();
    var id = office.chat(phone).getLast().get("decision");

    var otherwise = office.object("/simulator/decisions/" + id + "/otherwise");

    assertThat(otherwise).containsEntry("sentence", "enquire is permitted, by permit.csv row 2.");
    assertThat(String.valueOf(otherwise.get("nearly")))
        .contains("50-reply/reply.csv!3", "Departure=full", "wanted=departure_state is full")
        .contains("answers with enquiry/full");
    assertThat(String.valueOf(otherwise.get("whatIf")))
        .contains("field=sender_role", "No row permits enquire to this sender now.")
        .contains("field=departure_state");
  }

  @Test
  void the_rules_in_force_come_with_what_looks_odd_and_with_their_history() throws Exception {
    rulesAreRead();
    var rules = office.object("/simulator/rules");

    var hash = office.object("/simulator/office").get("rules");
    assertThat(rules).containsEntry("hash", hash).containsKey("since");
    assertThat(rules.get("problems")).isNull(); // none are left out
    assertThat(String.valueOf(rules.get("notes"))).contains("lead.csv", "cell=A3", "advice=");
    assertThat(String.valueOf(rules.get("history"))).contains("kind=folder", "release=" + hash);
  }

  @Test
  void nobody_goes_back_without_a_reason_or_to_what_never_was() throws Exception {
    rulesAreRead();
    var history = office.object("/simulator/rules").get("history");

    var silent = office.post("/simulator/rules/rollback", Map.of("release", "abc", "why", " "));
    var lost = office.post("/simulator/rules/rollback", Map.of("release", "abc", "why", "so"));

    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(silent.body()).contains("why you go back");
    assertThat(lost.statusCode()).isEqualTo(404);
    assertThat(lost.body()).contains("(abc)");
    assertThat(office.object("/simulator/rules")).containsEntry("history", history);
  }

  /** What a browser sends for another site without asking first. */
  @Test
  void a_form_of_another_site_does_not_go_back_to_earlier_rules() throws Exception {
    for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      var answer =
          office.post("/simulator/rules/rollback", type, "{\"release\":\"abc\",\"why\":\"so\"}");

      assertThat(answer.statusCode()).as(type).isEqualTo(415);
    }
  }

  @Test
  void a_decision_that_never_was_is_not_found() throws Exception {
    var answer = office.get("/simulator/decisions/00000000-0000-7000-8000-000000000000");

    var otherwise =
        office.get("/simulator/decisions/00000000-0000-7000-8000-000000000000/otherwise");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no decision");
    assertThat(otherwise.statusCode()).isEqualTo(404);
  }

  @Test
  void what_never_reached_the_phone_is_marked() throws Exception {
    var phone = "+34600000111";
    office.post("/sandbox/fault", Map.of("send", "timeout", "times", 1));
    office.say(phone, "?");
    office.settle();

    assertThat(office.chat(phone).getLast())
        .contains(entry("direction", "out"), entry("state", "unknown"), entry("shown", false));
  }

  @Test
  void what_the_phone_reports_is_shown() throws Exception {
    var phone = "+34600000112";
    office.say(phone, "?");
    office.settle();
    var id = office.chat(phone).getLast().get("id");
    office.post("/sandbox/statuses", Map.of("id", id, "status", "read"));

    Eventually.holds(() -> assertThat(office.chat(phone).getLast()).containsEntry("state", "read"));
  }

  @Test
  void a_number_that_nobody_knows_has_an_empty_chat_and_no_number_is_refused() throws Exception {
    assertThat(office.chat("+34600000199")).isEmpty();
    assertThat(office.get("/simulator/chat?phone=Lucia").statusCode()).isEqualTo(400);
  }

  @Test
  void the_wall_tells_the_time_of_the_office_and_when_it_opens() throws Exception {
    var wall = office.object("/simulator/office");

    assertThat(wall).contains(entry("company", "Himal Trails"), entry("zone", "Asia/Kathmandu"));
    assertThat(String.valueOf(wall.get("now"))).endsWith("+05:45");
    assertThat(String.valueOf(wall.get("opensAt"))).endsWith("T09:00+05:45");
  }

  private static void rulesAreRead() throws Exception {
    Eventually.holds(
        () -> assertThat(office.object("/simulator/office")).containsEntry("ready", true));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> all, String name) {
    return (Map<String, Object>) Objects.requireNonNull(all.get(name), name);
  }
}
