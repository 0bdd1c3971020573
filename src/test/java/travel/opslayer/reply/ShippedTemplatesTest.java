package travel.opslayer.reply;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.language.Words.Fixed;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Choice;

/** Asks the same of every text that ships. */
class ShippedTemplatesTest {

  private static final List<String> LANGUAGES = List.of("en", "es", "hi", "ne");

  /** Where the texts about several requests are made one. */
  private static final Path JOINED = Path.of("src/main/java/travel/opslayer/pipeline/Joining.java");

  private static final Pattern NAMED = Pattern.compile("\"([a-z]+/[a-z_]+)\"");
  private static final Pattern GIVEN = Pattern.compile("\\.with\\(\\s*\"([A-Za-z_]+)\"( \\+ )?");

  private static final TemplateShelf SHELF = Texts.shelf(Shipped.TEMPLATES);
  private static final ReplyWriter WRITER = new ReplyWriter(SHELF);

  static Stream<Template> all() {
    return SHELF.names().stream()
        .flatMap(name -> LANGUAGES.stream().map(it -> SHELF.find(name, it)))
        .distinct();
  }

  private static TreeSet<String> placeholders(Template template) {
    var pattern = new MessagePattern(template.pattern());
    var names = new TreeSet<String>();
    for (var i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    template.choices().stream()
        .map(Template.Line::what)
        .filter(it -> !it.isEmpty())
        .forEach(names::add);
    return names;
  }

  /** A value of the kind that actions give under this name, or a text. */
  private static Object value(String name) {
    var noon = new Moment(Instant.parse("2026-11-08T06:15:00Z"), ZoneId.of("Asia/Kathmandu"));
    var day = LocalDate.of(2027, 3, 15);
    return switch (name) {
      case "days", "days1", "days2", "days3", "toDays" -> new Span(day, day.plusDays(13));
      case "free", "free1", "free2", "free3", "party", "seats", "toFree", "daysBefore" -> 3;
      case "others",
          "waiting",
          "told",
          "offers",
          "ahead",
          "version",
          "minutes",
          "count",
          "trips",
          "incidents",
          "allowed",
          "keepDays" ->
          3;
      case "chosen", "fewer", "said" -> 2;
      case "held" -> 3;
      case "price", "total", "deposit", "owed", "back", "fee", "newTotal", "paid", "byHand" ->
          new Money(145_000, "USD");
      case "wanted", "opensDay", "sinceDay", "first_reply_due_day", "toDay", "termsOn" -> day;
      case "opens", "opensThere", "since", "first_reply_due", "first_reply_next_due" -> noon;
      case "officePlace", "customerPlace" -> new Place("NP");
      case "closed", "vegetarian", "quoteAsked" -> "yes";
      default -> "A word of " + name;
    };
  }

  private static OutboundContent written(Template template, boolean full) {
    var values = new HashMap<String, Object>();
    if (full) {
      placeholders(template).forEach(it -> values.put(it, value(it)));
    }
    return WRITER
        .write(new Reply(template.name(), values, "LD-301", null), template.language())
        .content();
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_can_be_said_with_all_values_and_with_none(Template template) {
    for (var full : List.of(true, false)) {
      var text = written(template, full).text();
      assertThat(text).as("full: %s", full).doesNotContain("{", "}", "[[", "  ", " .", " ,");
      assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(1024);
      assertThat(text.isBlank()).isEqualTo(false);
    }
    assertThat(written(template, true).text()).doesNotContainIgnoringCase("none");
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_choices_are_short_and_differ(Template template) {
    var choices =
        switch (written(template, true)) {
          case OutboundContent.Buttons it -> it.choices();
          case OutboundContent.Menu it -> it.rows();
          case OutboundContent.Text ignored -> List.<Choice>of();
          case OutboundContent.Template ignored -> List.<Choice>of();
        };
    var most = choices.size() > Template.BUTTONS ? 24 : 20;

    assertThat(choices).hasSize(Math.min(template.choices().size(), Template.ROWS));
    assertThat(choices).extracting(Choice::id).doesNotHaveDuplicates();
    assertThat(choices).extracting(Choice::title).doesNotHaveDuplicates();
    assertThat(choices)
        .allMatch(it -> it.title().codePointCount(0, it.title().length()) <= most)
        .allMatch(it -> it.description().length() <= 72);
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_choice_is_something_that_can_be_done(Template template) {
    var actions = Shipped.bean(travel.opslayer.action.ActionRunner.class).actions();

    assertThat(actions)
        .containsAll(template.choices().stream().map(Template.Line::action).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_offers_the_same_and_knows_the_same_in_every_language(Template template) {
    var english = SHELF.find(template.name(), "en");

    assertThat(template.choices().stream().map(Template.Line::action))
        .containsExactlyElementsOf(english.choices().stream().map(Template.Line::action).toList());
    assertThat(placeholders(english)).containsAll(placeholders(template));
  }

  @Test
  void what_customers_read_is_there_in_their_language() {
    for (var name : SHELF.names()) {
      var staff = ColleagueTexts.ALL.contains(name);
      for (var language : staff ? List.of("en") : LANGUAGES) {
        assertThat(SHELF.find(name, language).language()).as(name).isEqualTo(language);
      }
    }
    assertThat(SHELF.names()).containsAll(ColleagueTexts.ALL);
  }

  @Test
  void every_text_that_code_or_rules_name_is_there_and_no_other() {
    var named = Stream.of(Path.of("src/main/java"), Shipped.RULES);
    var found = named.flatMap(ShippedTemplatesTest::texts).toList();
    var names = new TreeSet<String>();
    found.forEach(
        text -> {
          NAMED.matcher(text).results().forEach(it -> names.add(it.group(1)));
          Stream.of(text.split("[,\\s]"))
              .filter(
                  it ->
                      it.matches(
                          "(trip|assign|incident|sos|enquiry|topic|media|insight|help|consent|waitlist|refused|quote|booking|payment|approval|inventory|amend|duty|handover|safety|broadcast|late|watch|evidence|feedback|overview)/[a-z_]+"))
              .forEach(names::add);
        });
    ((Fixed) Verb.REQUIRE.arguments().getLast()).words().forEach(it -> names.add("refused/" + it));
    names.removeIf(it -> it.matches("(application|text|image|audio|video)/.*"));

    assertThat(names).containsExactlyElementsOf(SHELF.names());
  }

  /** What the actions of a room put in, and when the timers of the same decision are due. */
  @ParameterizedTest
  @MethodSource("all")
  void no_text_speaks_of_what_nobody_tells_it(Template template) {
    var room = template.name().replaceFirst("/.*", "");
    var given = new TreeSet<String>();
    if (room.equals("refused")) {
      given.addAll(List.of("state", "could", "action")); // of what is not possible, and for whom
    } else {
      homes(room)
          .flatMap(ShippedTemplatesTest::texts)
          .flatMap(it -> GIVEN.matcher(it).results())
          .forEach(
              it -> {
                if (it.group(2) == null) {
                  given.add(it.group(1));
                } else {
                  Stream.of("1", "2", "3").forEach(number -> given.add(it.group(1) + number));
                }
              });
      Shipped.rows("40-actions/timers.csv")
          .forEach(
              it -> given.addAll(List.of(it.get("Timer") + "_due", it.get("Timer") + "_due_day")));
    }

    assertThat(given).containsAll(placeholders(template));
  }

  /** What is sold is told of in several rooms with the same words. */
  private static Stream<Path> homes(String room) {
    var java = Path.of("src/main/java/travel/opslayer");
    var selling = Set.of("quote", "booking", "payment", "approval", "waitlist");
    return selling.contains(room)
        ? Stream.of(java.resolve("capability"), java.resolve("sale"))
        : Stream.of(java.resolve("capability/" + room), java.resolve("sale"), JOINED);
  }

  private static Stream<String> texts(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(it -> it.toString().matches(".*\\.(java|csv)"))
          .map(ShippedTemplatesTest::text)
          .collect(toCollection(java.util.ArrayList::new))
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
