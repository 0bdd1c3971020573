package travel.opslayer.decision.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Case.Part;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.schema.Column.Argument;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Column.Expects;
import travel.opslayer.decision.schema.Column.Given;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema.Data;
import travel.opslayer.decision.schema.Schema.Rules;
import travel.opslayer.decision.schema.Schema.Sort;

/** Reads one schema from {@code _schema/}; its form is described in {@code _schema/README.md}. */
public final class SchemaReader {

  private static final int LONGEST = 100_000;

  /** Each star more multiplies how long it takes to see that a name does not fit. */
  private static final Pattern TABLE =
      Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,()'&+/-]{0,120}\\*?[^*]{0,40}");

  private static final List<String> SORTS =
      List.of("rules", "words", "parameters", "vocabulary", "cases", "release", "rota");

  private final String file;
  private final List<Problem> problems;

  private SchemaReader(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Empty when problems were added. */
  public static Optional<Schema> read(RuleFile file, List<Problem> problems) {
    var before = problems.size();
    var schema = new SchemaReader(file.name(), problems).read(file.bytes());
    return problems.size() > before ? Optional.empty() : schema;
  }

  private Optional<Schema> read(byte[] bytes) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(10);
    options.setCodePointLimit(LONGEST);
    try {
      Object tree = new Yaml(new SafeConstructor(options)).load(new String(bytes, UTF_8));
      return Optional.of(schema(new YamlNode("schema", tree, this::refuse)));
    } catch (MarkedYAMLException e) {
      var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(
          new Problem(
              file, null, null, line, "This is not YAML (%s).".formatted(e.getProblem()), ""));
      return Optional.empty();
    } catch (YAMLException e) {
      refuse("This is not YAML (%s).".formatted(e.getMessage()), "");
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever else the parser throws at a foreign text, such as numbers that are none.
      refuse("This is not YAML that can be read.", "write plain words and lists only.");
      return Optional.empty();
    }
  }

  private Schema schema(YamlNode node) {
    var table = node.text("table");
    if (!TABLE.matcher(table).matches()) {
      refuse(
          "No table can be called like this (%s).".formatted(Lexicon.shorten(table)),
          "write a path with one * at most, such as 20-authorise/permit*");
    }
    var sort = node.choice("sort", SORTS, "rules");
    var columns = new ArrayList<Column>();
    for (var it : node.list("columns")) {
      ColumnReader.read(it).ifPresent(columns::add);
    }
    var schema = new Schema(file, table, sort(sort, node), columns);
    node.refuseOthers();
    checkColumns(schema);
    return schema;
  }

  private static Sort sort(String sort, YamlNode node) {
    return switch (sort) {
      case "words" -> Data.WORDS;
      case "parameters" -> Data.PARAMETERS;
      case "vocabulary" -> Data.VOCABULARY;
      case "cases" -> Data.CASES;
      case "release" -> Data.RELEASE;
      case "rota" -> Data.ROTA;
      default -> rules(node);
    };
  }

  private static Rules rules(YamlNode node) {
    var phase = node.choice("phase", List.of("classify", "decide"), null);
    var hit = node.choice("hit", List.of("first", "unique", "collect"), null);
    var verb = node.choice("verb", Verb.words(), null);
    return new Rules(
        phase.equals("classify") ? Phase.CLASSIFY : Phase.DECIDE,
        switch (hit) {
          case "first" -> HitPolicy.FIRST;
          case "unique" -> HitPolicy.UNIQUE;
          default -> HitPolicy.COLLECT;
        },
        Verb.named(verb).orElse(Verb.PERMIT),
        node.constants("constants"),
        node.choice("everybody", List.of("allowed", "refused"), "refused").equals("allowed"));
  }

  private void checkColumns(Schema schema) {
    var titles = schema.columns().stream().map(it -> it.title().toLowerCase(Locale.ROOT)).toList();
    titles.stream()
        .filter(it -> titles.indexOf(it) != titles.lastIndexOf(it))
        .distinct()
        .forEach(it -> refuse("There are two columns (%s).".formatted(it), "rename one."));
    if (schema.sort() != Data.CASES) {
      schema.columns().stream()
          .filter(Expects.class::isInstance)
          .forEach(
              it ->
                  refuse(
                      "Column (%s) expects something, and only cases do.".formatted(it.title()),
                      "add a line sort: cases."));
    }
    switch (schema.sort()) {
      case Rules rules -> checkArguments(rules, schema.columns());
      case Data.WORDS -> checkParts(schema, List.of("phrase", "sort", "means"));
      case Data.PARAMETERS -> checkParts(schema, List.of("parameter", "value"));
      case Data.VOCABULARY -> checkParts(schema, List.of("field", "word"));
      case Data.RELEASE -> checkParts(schema, List.of("from", "hour", "who", "why"));
      case Data.ROTA -> checkParts(schema, List.of("role", "who", "hours", "from", "until"));
      case Data.CASES -> checkCases(schema);
    }
  }

  private void checkArguments(Rules rules, List<Column> columns) {
    for (var i = 1; i <= rules.verb().arguments().size(); i++) {
      var position = i;
      var given =
          columns.stream()
                  .filter(it -> it instanceof Argument a && a.position() == position)
                  .count()
              + (rules.constants().containsKey(i) ? 1 : 0);
      if (given != 1) {
        refuse(
            "Argument %d of %s is given %d times.".formatted(i, rules.verb().word(), given),
            "give it once, by a column or under constants.");
      }
    }
  }

  private void checkParts(Schema schema, List<String> parts) {
    for (var part : parts) {
      if (schema.columns().stream()
          .noneMatch(it -> it instanceof Datum d && d.part().equals(part))) {
        refuse("No column is for (%s).".formatted(part), "add one with into: " + part + ".");
      }
    }
  }

  /** What is known has no columns here: any field may be one. */
  private void checkCases(Schema schema) {
    var parts = new HashSet<Part>();
    var names = 0;
    for (var it : schema.columns()) {
      switch (it) {
        case Named _ -> names++;
        case Expects expects -> {
          if (!parts.add(expects.part())) {
            refuse("Two columns expect the same (%s).".formatted(expects.title()), "delete one.");
          }
        }
        case Note _, Given _ -> {}
        case Asked _, Argument _, Datum _ ->
            refuse(
                "Column (%s) has no place among cases.".formatted(it.title()),
                "use name, note or expect; facts are called by their fields.");
      }
    }
    if (names != 1 || parts.isEmpty()) {
      refuse(
          "Cases have one column for the name and some that expect.",
          "add name: true to one, and expect: reply to another.");
    }
  }

  private void refuse(String sentence, String advice) {
    problems.add(new Problem(file, null, null, 1, sentence, advice));
  }
}
