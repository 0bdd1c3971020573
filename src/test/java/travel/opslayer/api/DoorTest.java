package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and what is told to whoever does not. */
class DoorTest {

  @TempDir static Path keys;
  private static ApiOffice office;

  @BeforeAll
  static void open() {
    office = new ApiOffice(keys);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void the_token_opens_whatever_the_letter_case_of_its_scheme() throws Exception {
    assertThat(office.get("/api/v1/leads").status()).isEqualTo(200);
    assertThat(with("bearer " + ApiOffice.TOKEN).status()).isEqualTo(200);
  }

  @Test
  void without_the_token_nobody_gets_in_and_a_problem_says_why() throws Exception {
    var answer = office.ask(office.bare("/api/v1/leads").GET());

    assertProblem(answer, 401, "Maybe send the header Authorization");
    assertThat(answer.raw().headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer"));
  }

  @Test
  void a_token_that_is_nearly_right_is_wrong() throws Exception {
    for (var wrong :
        List.of(
            "Bearer " + ApiOffice.TOKEN.substring(1),
            "Bearer " + ApiOffice.TOKEN + "x",
            "Bearer ",
            "Bearer",
            "Basic " + ApiOffice.TOKEN,
            ApiOffice.TOKEN)) {
      assertProblem(with(wrong), 401, "Maybe");
    }
  }

  @Test
  void no_spelling_of_an_address_leads_around_the_door() throws Exception {
    for (var path :
        List.of(
            "/api/v1/leads/",
            "/api/v1/leads/LD-301",
            "/api/v1/rules/",
            "/api/v1/nothing",
            "/api/v1",
            "/api//v1/leads",
            "//api/v1/leads",
            "/api/v1//leads",
            "/%61pi/v1/leads",
            "/api/%761/leads",
            "/api%2Fv1/leads",
            "/api/v1/%6Ceads",
            "/api/./v1/leads",
            "/x/../api/v1/leads",
            "/api;x/v1/leads",
            "/API/v1/leads",
            "/api/v1/leads?x",
            "/api/v1/leads;x")) {
      var answer = office.ask(office.bare(path).GET());
      assertThat(answer.status()).as(path).isIn(400, 401, 404);
      assertThat(answer.body()).as(path).doesNotContainKey("items");
    }
    assertThat(office.ask(office.bare("/api/v1/outbox/x/retry").POST(ApiOffice.text(""))).status())
        .isEqualTo(401);
  }

  @Test
  void without_a_token_in_the_settings_the_api_is_closed_and_says_how_to_open_it()
      throws Exception {
    try (var closed = new ApiOffice(keys, Map.of())) {
      assertProblem(closed.get("/api/v1/leads"), 401, "OPSLAYER_API_TOKEN");
      assertThat(closed.ask(closed.bare("/openapi.yml").GET()).status()).isEqualTo(200);
    }
  }

  @Test
  void what_is_not_there_and_what_is_not_taken_are_problems() throws Exception {
    assertProblem(office.get("/api/v1/nothing"), 404, "/openapi.yml");
    assertProblem(office.post("/api/v1/leads"), 405, "(POST)");
    assertProblem(office.ask(office.request("/api/v1/leads").DELETE()), 405, "(DELETE)");
    var broken =
        office
            .request("/api/v1/rules/decide")
            .header("Content-Type", "application/json")
            .POST(ApiOffice.text("{\"facts\":"));
    assertProblem(office.ask(broken), 400, "not valid JSON");
    var other =
        office
            .request("/api/v1/rules/decide")
            .header("Content-Type", "text/plain")
            .POST(ApiOffice.text("hello"));
    assertProblem(office.ask(other), 415, "application/json");
  }

  @Test
  void a_browser_gets_problems_of_the_api_too() throws Exception {
    var asked = office.request("/api/v1/leads/LD-9").header("Accept", "text/html").GET();
    assertThat(office.ask(asked).type()).startsWith("application/problem+json");
    var missing = office.request("/api/v1/nothing").header("Accept", "text/html").GET();
    assertThat(office.ask(missing).type()).startsWith("application/problem+json");
  }

  @Test
  void a_failure_inside_tells_nothing_of_the_inside() throws Exception {
    try (var office = new ApiOffice(keys);
        var connection = travel.opslayer.database.TestPostgres.connect(office.database());
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE core.leads RENAME COLUMN party TO people");

      var answer = office.get("/api/v1/leads");

      assertProblem(answer, 500, "It is in the log");
      assertThat(answer.raw().body()).doesNotContain("SELECT", "party", "Exception", "SQL");
    }
  }

  private static ApiOffice.Answer with(String authorization) throws Exception {
    return office.ask(office.bare("/api/v1/leads").header("Authorization", authorization).GET());
  }

  static void assertProblem(ApiOffice.Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body()).containsEntry("status", status).containsKeys("type", "title");
    assertThat(answer.detail()).contains(words);
  }
}
