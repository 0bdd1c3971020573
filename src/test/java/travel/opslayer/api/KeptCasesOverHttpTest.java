package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.api.DoorTest.assertProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.cases.KeptCases;
import travel.opslayer.decision.cases.KeptCases.Keeping;
import travel.opslayer.decision.cases.KeptCases.Recorded;
import travel.opslayer.decision.tables.WrittenRows;

/** What really happened becomes an example that no later change of the rules undoes unseen. */
class KeptCasesOverHttpTest {

  private static final String LUCIA = "+34600000101";
  private static final String KEPT = "cases/kept.csv";
  private static final String REPLY = "50-reply/reply.csv";

  @TempDir Path folder;
  private Path rules = Path.of("rules");
  private ApiOffice office;

  @BeforeEach
  void open() throws IOException {
    rules = folder.resolve("rules");
    copy(Path.of("rules"), rules);
    var properties =
        Map.<String, Object>of("opslayer.api-token", ApiOffice.TOKEN, "opslayer.rules", "" + rules);
    office = new ApiOffice(folder, properties).withRules();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_real_decision_is_kept_as_a_row() throws Exception {
    var decision = enquiry();

    var answer = keep(decision, "An enquiry for two", "there were three seats");

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.body()).containsEntry("file", KEPT).containsEntry("row", 2);
    assertThat(cells(answer.body()))
        .containsEntry("Case", "An enquiry for two")
        .containsEntry("Why", "there were three seats")
        .containsEntry("Sender role", "customer")
        .containsEntry("Trip party", "2")
        .containsEntry("Product known", "yes")
        .containsEntry("Expect wish", "enquire")
        .containsEntry("Expect permitted", "enquire")
        .containsEntry("Expect refused", "none")
        .containsEntry("Expect state", "assigned")
        .containsEntry("Expect reply", "enquiry/offer")
        .containsEntry("Expect notify", "owner enquiry/new_lead")
        .containsEntry("Expect timer", "first_reply")
        .doesNotContainKeys("Wish action", "Expect row");
  }

  @Test
  void a_kept_case_holds_until_the_rules_say_otherwise() throws Exception {
    keep(enquiry(), "An enquiry for two", "");
    reload();
    assertThat(office.bean(RuleShelf.class).problems()).isEmpty();
    var before = office.bean(RuleShelf.class).inForce();
    assertThat(before.files()).contains(KEPT);

    edit(REPLY, "enquire,,,,,open,,enquiry/offer", "enquire,,,,,open,,enquiry/full");
    reload();

    assertThat(office.bean(RuleShelf.class).inForce()).isSameAs(before);
    assertThat(office.bean(RuleShelf.class).problems())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.file()).isEqualTo(KEPT);
              assertThat(it.cell()).endsWith("2");
              assertThat(it.sentence())
                  .isEqualTo(
                      "Expect reply (enquiry/offer): the rules say enquiry/full, by reply.csv row"
                          + " 2.");
            });
  }

  @Test
  void nothing_personal_is_in_the_file() throws Exception {
    keep(enquiry(), "A customer asks for two", "");

    assertThat(Files.readString(rules.resolve(KEPT)))
        .doesNotContain("Luc", "34600000101", "intrested");
  }

  @Test
  void a_second_one_goes_below_and_brings_the_columns_that_it_needs() throws Exception {
    var tapped = enquiry();
    office.says(LUCIA, "?", "L2");
    office.settle();
    var help = newest();
    keep(help, "Help", "");

    var answer = keep(tapped, "An enquiry", "");

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.body()).containsEntry("row", 3);
    assertThat(written("3"))
        .containsEntry("Case", "An enquiry")
        .containsEntry("Trip party", "2")
        .isEqualTo(cells(answer.body()));
    reload();
    assertThat(office.bean(RuleShelf.class).problems()).isEmpty();
  }

  @Test
  void a_name_that_is_taken_is_refused_and_nothing_is_written() throws Exception {
    var decision = enquiry();
    Files.copy(
        Path.of("src/test/resources/rules/cases/enquiry.csv"), rules.resolve("cases/enquiry.csv"));
    assertThat(keep(decision, "Mine", "").status()).isEqualTo(200);
    var before = Files.readString(rules.resolve(KEPT));

    assertProblem(keep(decision, "mine", ""), 409, "Another case is called (mine) too");
    assertProblem(keep(decision, "The same at night", ""), 409, "at cases/enquiry.csv!3. Maybe");
    var promise = "STOP alone stops the offers";
    assertProblem(keep(decision, promise, ""), 409, "at cases/kept.csv!3. Maybe");

    assertThat(Files.readString(rules.resolve(KEPT))).isEqualTo(before);
  }

  @Test
  void what_cannot_stand_in_a_cell_is_refused() throws Exception {
    var decision = enquiry();

    assertProblem(keep(decision, "a;b", ""), 409, "No case can be called (a;b)");
    assertProblem(keep(decision, "one\ntwo", ""), 400, "cannot stand in a cell");
    assertProblem(keep(decision, "One", "x".repeat(201)), 400, "The why (xxx");
    assertProblem(keep(decision, " ", ""), 400, "The case has no name. Maybe");
    assertProblem(
        office.post(path(decision), Map.of("case", 5)), 400, "The case (5) cannot stand in a cell");
    assertThat(rules.resolve(KEPT)).doesNotExist();
  }

  @Test
  void a_fact_that_no_table_can_hold_is_refused() {
    var facts =
        Map.<String, Object>of(
            "sender_role", "customer", "message_kind", "button", "tap_action", "wave; twice");
    var recorded = new Recorded(facts, "not_understood", "permitted", null);

    assertThat(office.bean(KeptCases.class).keep(recorded, "An odd tap", ""))
        .isInstanceOfSatisfying(
            Keeping.Refused.class,
            it ->
                assertThat(it.sentences())
                    .startsWith("This cannot be a case. cases/kept.csv:")
                    .contains("Tap action (wave; twice) is not a word that rules know."));
    assertThat(rules.resolve(KEPT)).doesNotExist();
  }

  @Test
  void a_cell_that_looks_like_a_formula_is_none_and_reads_as_it_was() throws Exception {
    var answer = keep(enquiry(), "-5 people", "=cmd|' /C calc'!A0");

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(Files.readString(rules.resolve(KEPT))).contains("\n'-5 people,'=cmd|' /C calc'!A0,");
    assertThat(written("2"))
        .containsEntry("Case", "-5 people")
        .containsEntry("Why", "=cmd|' /C calc'!A0");
    reload();
    assertThat(office.bean(RuleShelf.class).problems()).isEmpty();
  }

  @Test
  void what_nobody_decided_is_not_there() throws Exception {
    assertProblem(
        office.post(path("018f2f6e-0000-7000-8000-000000000000"), Map.of("case", "x")),
        404,
        "among");
  }

  @Test
  void what_the_rules_decide_otherwise_by_now_is_refused() throws Exception {
    office.says(LUCIA, "?", "L1");
    office.settle();
    var help = newest();
    edit("20-authorise/permit.csv", "help,not timer,,,\n", "");
    reload();

    assertProblem(
        keep(help, "Help", ""),
        409,
        "The rules in force decide otherwise (help, refused) than was recorded (help, permitted).");
  }

  @Test
  void while_the_folder_has_a_problem_nothing_can_be_tried() throws Exception {
    var decision = enquiry();
    edit(REPLY, "enquiry/offer", "enquiry/offr");

    assertProblem(keep(decision, "One", ""), 409, "Maybe 'enquiry/offer'?");
    assertThat(rules.resolve(KEPT)).doesNotExist();
  }

  @Test
  void a_folder_that_cannot_be_written_is_a_problem_and_stays_as_it_is() throws Exception {
    var decision = enquiry();
    Files.createDirectories(rules.resolve("cases/.kept.csv.tmp/in the way"));

    assertProblem(keep(decision, "One", ""), 503, "The case cannot be saved");
    assertThat(rules.resolve(KEPT)).doesNotExist();
  }

  private Object enquiry() throws Exception {
    office.says(LUCIA, "intrested in EBC treck for 2 peple", "L1");
    office.settle();
    return newest();
  }

  private Object newest() throws Exception {
    return Objects.requireNonNull(office.all("decisions").getFirst().get("id"));
  }

  private ApiOffice.Answer keep(Object decision, String name, String why) throws Exception {
    var body = new HashMap<String, Object>(Map.of("case", name));
    if (!why.isEmpty()) {
      body.put("why", why);
    }
    return office.post(path(decision), body);
  }

  private static String path(Object decision) {
    return "/api/v1/decisions/%s/case".formatted(decision);
  }

  private void reload() {
    office.bean(RuleFolder.class).load();
  }

  private Map<String, String> written(String row) throws IOException {
    var source = KEPT + "!" + row;
    var file = new RuleFile(KEPT, Files.readAllBytes(rules.resolve(KEPT)));
    return Objects.requireNonNull(WrittenRows.of(file, List.of(source)).get(source), source);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> cells(Map<String, Object> body) {
    return (Map<String, String>) Objects.requireNonNull(body.get("cells"));
  }

  private void edit(String file, String what, String with) throws IOException {
    var path = rules.resolve(file);
    var text = Files.readString(path);
    assertThat(text).contains(what);
    Files.writeString(path, text.replace(what, with));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var it : files.toList()) {
        Files.copy(it, to.resolve(from.relativize(it).toString()));
      }
    }
  }
}
