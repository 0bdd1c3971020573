package travel.opslayer.decision.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.amounts.Amounts;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Scale;
import travel.opslayer.decision.language.Words;
import travel.opslayer.decision.language.Words.OfField;
import travel.opslayer.decision.schema.Column.Argument;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Compare;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Column.Expects;
import travel.opslayer.decision.schema.Column.Given;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema.Rules;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;

/** Whether a schema speaks of fields and words that there are. */
public final class SchemaCheck {

  private SchemaCheck() {}

  public static void fields(Schema schema, Lexicon lexicon, List<Problem> problems) {
    for (var column : schema.columns()) {
      if (column instanceof Asked it) {
        currency(schema, it, lexicon, problems);
        lexicon
            .field(it.field())
            .ifPresentOrElse(
                field -> kind(it, field).ifPresent(why -> problems.add(problem(schema, why, ""))),
                () ->
                    problems.add(
                        problem(
                            schema,
                            "Column (%s) asks for a field (%s) that there is not."
                                .formatted(it.title(), it.field()),
                            lexicon.nearestField(it.field()))));
      }
    }
    schema.columns().forEach(it -> words(schema, it, lexicon, problems));
    if (schema.sort() instanceof Rules rules) {
      constants(schema, rules, lexicon, problems);
    }
  }

  private static void words(Schema schema, Column column, Lexicon lexicon, List<Problem> problems) {
    var words =
        switch (column) {
          case Asked it -> it.words();
          case Argument it -> it.words();
          case Datum it -> Optional.of(it.words());
          case Given _, Expects _, Named _, Note _ -> Optional.<Words>empty();
        };
    if (words.orElse(null) instanceof OfField(var field) && lexicon.field(field).isEmpty()) {
      problems.add(
          problem(
              schema,
              "Column (%s) takes the words of a field (%s) that there is not."
                  .formatted(column.title(), Lexicon.shorten(field)),
              lexicon.nearestField(field)));
    }
  }

  private static void currency(
      Schema schema, Asked column, Lexicon lexicon, List<Problem> problems) {
    column
        .currency()
        .filter(it -> lexicon.field(it).map(Field::type).orElse(Type.NUMBER) != Type.TEXT)
        .ifPresent(
            it ->
                problems.add(
                    problem(
                        schema,
                        "Column (%s) finds its currency in no field of text (%s)."
                            .formatted(column.title(), Lexicon.shorten(it)),
                        lexicon.field(it).isPresent() ? "" : lexicon.nearestField(it))));
  }

  /** By field, what its values stand for: a number cannot be a day here and money there. */
  public static Map<String, Scale> scales(List<Schema> schemas, List<Problem> problems) {
    var scales = new HashMap<String, Scale>();
    for (var schema : schemas) {
      for (var column : schema.columns()) {
        if (column instanceof Asked it && it.scale().isPresent()) {
          var before = scales.putIfAbsent(it.field(), it.scale().get());
          if (before != null && !before.equals(it.scale().get())) {
            problems.add(
                problem(
                    schema,
                    "Column (%s) compares %s otherwise than another schema does."
                        .formatted(it.title(), it.field()),
                    "compare one field in one way."));
          }
        }
      }
    }
    return scales;
  }

  private static void constants(
      Schema schema, Rules rules, Lexicon lexicon, List<Problem> problems) {
    var taken = rules.verb().arguments();
    rules
        .constants()
        .forEach(
            (position, word) -> {
              if (position < 1 || position > taken.size()) {
                problems.add(problem(schema, "There is no argument (%d).".formatted(position), ""));
              } else if (lexicon.word(taken.get(position - 1), "Constant", word)
                  instanceof Bad(var sentence, var advice)) {
                problems.add(problem(schema, sentence, advice));
              }
            });
  }

  private static Optional<String> kind(Asked column, Field field) {
    var fits =
        switch (column.compare()) {
          case IN -> field.type() != Type.YES_NO;
          case RANGE -> field.type() == Type.NUMBER;
          case YES_NO -> field.type() == Type.YES_NO;
          case KNOWN -> true;
          case DATE, DURATION, MONEY ->
              column.scale().stream().anyMatch(it -> Amounts.fits(it, field.type()));
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "Column (%s) cannot compare %s (%s) in this way (%s)."
                .formatted(column.title(), field.name(), field.type(), name(column.compare())));
  }

  private static String name(Compare compare) {
    return compare.name().toLowerCase(Locale.ROOT);
  }

  /** For a file that no schema fits. */
  public static String nearest(String path, List<Schema> schemas) {
    var plain = path.substring(0, path.lastIndexOf('.'));
    var folder = plain.substring(0, plain.lastIndexOf('/') + 1);
    var all = schemas.stream().map(it -> it.table().replace("*", "")).sorted().toList();
    var here = all.stream().filter(it -> it.startsWith(folder)).toList();
    return Nearest.advice(plain, here.isEmpty() ? all : here);
  }

  private static Problem problem(Schema schema, String sentence, String advice) {
    return new Problem(schema.file(), null, null, 1, sentence, advice);
  }
}
