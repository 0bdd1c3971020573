package travel.opslayer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChangeRepository;
import travel.opslayer.scenario.Phones;
import travel.opslayer.settings.Settings;

/** The steps of docs/rules.md, taken from the guide as they stand there, in a house that runs. */
class RuleAuthorTest {

  private static final String TOM = "+447700900103";
  private static final String SARITA = "+9779805550201";
  private static final String ANITA = "+9779805550401";
  private static final String DEEPAK = "+9779805550402";
  private static final String NOW = "2026-11-08T10:00:00";

  private final House house = House.sandbox();
  private final Phones phones = new Phones(house);
  private int messages;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_word() {
    assertThat(says(TOM, "keen on Everest in March")).isEqualTo("enquiry/offer"); // names a trip
    assertThat(says("+447700900104", "keen on it")).isEqualTo("help/not_understood");
    add("10-classify/words-en.csv", guide("A word", 1));
    look();

    assertThat(says("+447700900105", "keen on it")).isEqualTo("enquiry/which_product");
  }

  @Test
  void a_topic() {
    var template = house.bean(Settings.class).templates();
    write(template.resolve("topic/oxygen.en.txt"), "There is oxygen on every trek.\n");
    write(
        template.resolve("topic/oxygen_task.en.txt"),
        "{lead} asks about oxygen.\n[[take_task:{task} | Oxygen]]\n");
    house.bean(travel.opslayer.reply.TemplateShelf.class).runOnce();
    add("10-classify/words-topics-en.csv", guide("A topic", 1));
    var replies = house.bean(Settings.class).rules().resolve("50-reply/topic-reply.csv");
    var general = "ask_topic,,,topic/nothing_known";
    write(replies, read(replies).replace(general, guide("A topic", 2).strip() + "\n" + general));
    add("40-actions/topic-notify.csv", guide("A topic", 3));
    look();

    says(TOM, "EBC for 2");
    assertThat(says(TOM, "is there oxygen?")).isEqualTo("topic/oxygen");
    assertThat(last(SARITA)).isEqualTo("topic/oxygen_task");
  }

  @Test
  void a_language() {
    add("10-classify/words-it.csv", guide("A language", 1));
    look();

    assertThat(says("+393331234567", "siamo interessati")).isEqualTo("enquiry/which_product");
  }

  @Test
  void a_permission() {
    says(TOM, "EBC for 2");
    var lead = house.column("SELECT code FROM core.leads").getFirst();
    assertThat(says(ANITA, "quote " + lead)).isEqualTo("refused/nobody_permits");
    add("20-authorise/permit.csv", guide("A permission", 1));
    look();

    assertThat(says(ANITA, "quote " + lead)).isEqualTo("enquiry/quote_promised");
    assertThat(last(SARITA)).isEqualTo("enquiry/quote_wanted");
  }

  @Test
  void a_role() {
    says(TOM, "EBC for 2");
    var notice = phones.of(SARITA).getLast().id();
    house.execute("UPDATE person_roles SET role = 'concierge' WHERE role = 'sales'");
    assertThat(quotes(SARITA, notice, "Hello from Sarita")).isEqualTo("refused/nobody_permits");

    add("vocabulary.csv", guide("A role", 1));
    add("20-authorise/permit.csv", guide("A role", 2));
    look();

    assertThat(quotes(SARITA, notice, "Hello from Sarita")).isEqualTo("enquiry/passed_on");
  }

  @Test
  void a_state_and_how_a_lead_comes_to_it_and_leaves_it() {
    add("vocabulary.csv", guide("A state", 1));
    add("30-transition/lead.csv", guide("A state", 2));
    look();
    says(TOM, "EBC for 2");
    var notice = phones.of(SARITA).getLast().id();
    quotes(SARITA, notice, "Shall we call you?"); // qualified

    says(TOM, "let me think about it");
    assertThat(house.column("SELECT state FROM core.leads")).containsExactly("on_hold");

    says(TOM, "EBC for 3 people please");
    assertThat(house.column("SELECT state FROM core.leads")).containsExactly("qualified");
  }

  @Test
  void an_answer() {
    var template = house.bean(Settings.class).templates();
    write(template.resolve("enquiry/other_dates_full.en.txt"), "Sold out, but look at these.\n");
    house.bean(travel.opslayer.reply.TemplateShelf.class).runOnce();
    var file = "50-reply/reply.csv";
    house.rule(file, "other_dates,,", guide("An answer", 1) + "other_dates,,");
    look();

    says(TOM, "EBC for 25"); // no departure has as many seats
    assertThat(says(TOM, "other dates")).isEqualTo("enquiry/other_dates_full");
    says("+447700900104", "EBC for 2");
    assertThat(says("+447700900104", "other dates")).isEqualTo("enquiry/other_dates");
  }

  @Test
  void from_a_day_on_and_who_and_why() {
    add("10-classify/words-en.csv", guide("A word", 1));
    add("release.csv", guide("From a day on", 1));
    look();
    assertThat(says(TOM, "keen on it")).isEqualTo("help/not_understood");

    house.moveTo(Instant.parse("2026-12-01T00:15:00Z")); // 06:00 in Kathmandu
    look();

    assertThat(says(TOM, "keen on it", "2026-12-01T06:00:01")).isEqualTo("enquiry/which_product");
    assertThat(house.bean(RuleChangeRepository.class).newest(1).orElseThrow())
        .returns("SARITA", RuleChange::actor)
        .returns("the winter season begins", RuleChange::why);
  }

  @Test
  void a_number() {
    house.rule("parameters.csv", "P-FIRSTREPLY,5 min", "P-FIRSTREPLY,10 min");
    look();
    says(TOM, "EBC for 2");

    assertThat(phones.of(SARITA).getLast().text()).contains("First reply due 10:10");
  }

  @Test
  void an_example_that_must_hold() {
    add("cases/guests.csv", guide("An example that must hold", 1));
    look();
    house.rule("20-authorise/forbid.csv", "ask_quote,customer,", "ask_quote,sales,");
    house.bean(RuleFolder.class).runOnce();
    house.bean(RuleFolder.class).runOnce();

    assertThat(house.bean(RuleShelf.class).problems())
        .extracting(Object::toString)
        .anyMatch(it -> it.startsWith("cases/guests.csv:G2: "));
  }

  @Test
  void a_rule_by_hand() {
    add("40-actions/large.drl", guide("Rules by hand", 1));
    look();

    says(TOM, "EBC for 7");
    assertThat(last(DEEPAK)).isEmpty();
    says("+447700900104", "EBC for 8");
    assertThat(last(DEEPAK)).isEqualTo("enquiry/new_lead");
  }

  /** The n-th indented block of a section. */
  private static String guide(String section, int n) {
    var text = read(Path.of("docs/rules.md"));
    var from = text.indexOf("# " + section);
    var end = text.indexOf("\n#", from);
    var block = new StringBuilder();
    var blocks = 0;
    var inside = false;
    for (var line : text.substring(from, end).split("\n")) {
      var code = line.startsWith("    ");
      blocks += code && !inside ? 1 : 0;
      inside = code || (inside && line.isBlank());
      if (code && blocks == n) {
        block.append(line.substring(4)).append('\n');
      }
    }
    assertThat(block).as("block %d of %s", n, section).isNotEmpty();
    return block.toString();
  }

  private void add(String file, String lines) {
    var path = house.bean(Settings.class).rules().resolve(file);
    write(path, (Files.exists(path) ? read(path) : "") + lines);
  }

  private void look() {
    house.bean(RuleFolder.class).runOnce();
    house.bean(RuleFolder.class).runOnce();
    assertThat(house.bean(RuleShelf.class).problems()).isEmpty();
  }

  private String says(String from, String text) {
    return says(from, text, NOW);
  }

  private String says(String from, String text, String at) {
    phones.at(at);
    phones.writes(from, "m" + ++messages, at, text);
    house.settle();
    return last(from);
  }

  private String quotes(String from, String quoted, String text) {
    phones.quotes(from, "m" + ++messages, quoted, text);
    house.settle();
    return last(from);
  }

  private String last(String phone) {
    List<Phones.Shown> all = phones.of(phone);
    return all.isEmpty() ? "" : all.getLast().template();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
