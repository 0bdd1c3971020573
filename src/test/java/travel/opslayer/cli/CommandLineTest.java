package travel.opslayer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Map<String, String> environment = Map.of("MICRONAUT_SERVER_PORT", "1");

  @BeforeEach
  void copy() throws IOException {
    FileUtils.copyDirectory(Path.of("rules").toFile(), home.resolve("rules").toFile());
    FileUtils.copyDirectory(Path.of("templates").toFile(), home.resolve("templates").toFile());
  }

  private int run(String... words) {
    return new CommandLine(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), home, environment)
        .run(List.of(words));
  }

  private List<String> said() {
    return out.toString(UTF_8).lines().toList();
  }

  private void change(String file, String from, String to) throws IOException {
    var path = home.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  @Test
  void the_rules_that_ship_are_well() {
    assertThat(run("rules", "check")).isZero();
    assertThat(said()).isEmpty();
    assertThat(err.toString(UTF_8)).contains("note: 30-transition/lead.csv:A2: No row leads to");
  }

  @Test
  void a_mistake_is_one_line_with_file_and_cell() throws IOException {
    FileUtils.copyDirectory(home.resolve("rules").toFile(), home.resolve("draft").toFile());
    change("draft/20-authorise/permit.csv", "enquire,customer", "enquire,custmer");

    assertThat(run("rules", "check", "draft")).isOne();

    assertThat(said())
        .containsExactly(
            "20-authorise/permit.csv:B2: Role (custmer) is not a word that rules know."
                + " Maybe 'customer'?");
  }

  @Test
  void a_folder_that_is_not_there_and_broken_texts_are_told_in_a_line() throws IOException {
    assertThat(run("rules", "check", "nowhere")).isOne();
    assertThat(said()).singleElement().asString().startsWith("nowhere:1: There is no folder");
    out.reset();
    change("templates/help/menu.en.txt", "do here now", "do {here now");

    assertThat(run("rules", "check")).isOne();
    assertThat(said()).singleElement().asString().contains("help/menu.en.txt");
  }

  @Test
  void a_table_is_shown_as_text_and_a_missing_one_is_told() {
    assertThat(run("rules", "show", "rules/30-transition/lead.csv")).isZero();
    assertThat(said())
        .containsExactly(
            "New lead | Product named | From     | Event       | To",
            "yes      | yes           |          | enquire     | assigned",
            "         |               | assigned | answer_lead | qualified",
            "         |               | new      | answer_lead | qualified");
    assertThat(run("rules", "show", "rules/none.csv")).isOne();
    assertThat(err.toString(UTF_8)).contains("(rules/none.csv)");
  }

  @Test
  void what_two_folders_say_differently_is_told_row_by_row() throws IOException {
    FileUtils.copyDirectory(home.resolve("rules").toFile(), home.resolve("draft").toFile());
    assertThat(run("rules", "diff", "rules", "draft")).isZero();
    change("draft/parameters.csv", "P-FIRSTREPLY,5 min", "P-FIRSTREPLY,10 min");

    assertThat(run("rules", "diff", "rules", "draft")).isOne();

    assertThat(said()).hasSize(3).first().isEqualTo("parameters.csv");
    assertThat(said().get(1)).startsWith("  - Parameter: P-FIRSTREPLY, Value: 5 min");
    assertThat(said().get(2)).startsWith("  + Parameter: P-FIRSTREPLY, Value: 10 min");
    assertThat(run("rules", "diff", "rules", "nowhere")).isEqualTo(2);
  }

  @Test
  void cases_are_counted_and_those_that_fail_are_told() throws IOException {
    assertThat(run("rules", "test")).isZero();
    assertThat(said()).singleElement().asString().isEqualTo("5 cases hold.");
    out.reset();
    change("rules/20-authorise/forbid.csv", "answer_lead,,,yes", "answer_lead,,won,yes");

    assertThat(run("rules", "test")).isOne();
    assertThat(said())
        .first()
        .asString()
        .startsWith("cases/promises.csv:")
        .contains("customer_stopped");
  }

  @Test
  void the_running_service_is_asked_about_what_happened() throws IOException {
    assertThat(run("rules", "explain", "0190")).isOne();
    assertThat(err.toString(UTF_8)).contains("http://localhost:1 does not answer");
    assertThat(run("rules", "explain", "a b")).isEqualTo(2);
    assertThat(run("rules", "replay", "since=monday")).isEqualTo(2);
    var asked = new java.util.concurrent.atomic.AtomicReference<>("");
    var service =
        com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
    service.createContext(
        "/",
        exchange -> {
          var token = exchange.getRequestHeaders().getFirst("Authorization");
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.set(exchange.getRequestURI() + " " + token + " " + body);
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(UTF_8));
          exchange.close();
        });
    service.start();
    try {
      environment =
          Map.of(
              "MICRONAUT_SERVER_PORT",
              "" + service.getAddress().getPort(),
              "OPSLAYER_API_TOKEN",
              "t");
      assertThat(run("rules", "replay", "release=folder", "to=2026-11-08T00:00:00Z")).isZero();
      assertThat(asked)
          .hasValue(
              "/api/v1/rules/replay Bearer t"
                  + " {\"release\":\"folder\",\"to\":\"2026-11-08T00:00:00Z\"}");
      assertThat(run("rules", "explain", "0190-a")).isZero();
      assertThat(asked).hasValue("/api/v1/decisions/0190-a/explain Bearer t ");
      assertThat(said()).containsExactly("{}", "{}");
    } finally {
      service.stop(0);
    }
  }

  @Test
  void whoever_asks_in_the_wrong_way_is_shown_how() {
    for (var words : List.of(List.of("rules"), List.of("rules", "chekc"), List.of("sing"))) {
      assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
    }
    assertThat(err.toString(UTF_8)).contains("rules check [DIR]");
    assertThat(out.size()).isZero();
  }

  @Test
  void nothing_serve_and_options_start_the_service() {
    assertThat(CommandLine.isServe(List.of())).isTrue();
    assertThat(CommandLine.isServe(List.of("serve"))).isTrue();
    assertThat(CommandLine.isServe(List.of("-Dmicronaut.server.port=1"))).isTrue();
    assertThat(CommandLine.isServe(List.of("rules", "check"))).isFalse();
  }
}
