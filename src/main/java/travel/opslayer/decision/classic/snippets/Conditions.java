package travel.opslayer.decision.classic.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Words;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;

/**
 * Makes conditions of ours of what classic columns ask. Where the classic tool holds something for
 * true of an unknown field, which is so with {@code !=} and {@code not in}, it is written out.
 */
public final class Conditions {

  /** Each of them makes all that a snippet asks once more. */
  private static final int MOST_PARTS = 100;

  private final Lexicon lexicon;
  private final List<Schema> schemas;

  public Conditions(Lexicon lexicon, List<Schema> schemas) {
    this.lexicon = lexicon;
    this.schemas = schemas;
  }

  /** Whether its fields are there and can be compared so; what cells hold is looked at later. */
  public void check(Ask ask) throws NotCarried {
    switch (ask) {
      case Ask.Compared(var name, var operator, var _) -> {
        var isSame = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (!isSame && field(name).type() != Type.NUMBER) {
          throw new NotCarried(
              "Only numbers can be compared like this (%s %s).".formatted(name, operator.sign()),
              "use == or in.");
        }
        field(name);
      }
      case Ask.Listed(var name, var _, var _) -> field(name);
      case Ask.Known(var name, var _) -> field(name);
      case Ask.Joined(var _, var parts) -> {
        for (var it : parts) {
          check(it);
        }
      }
      case Ask.Each(var _, var one) -> check(one);
    }
  }

  /** What is asked when a cell is filled in. */
  public Condition filled(Ask ask, String cell, String title) throws NotCarried {
    return switch (ask) {
      case Ask.Compared it -> compared(it, cell, title);
      case Ask.Listed(var name, var isNot, var list) -> {
        var values = values(field(name), list, cell, title);
        yield isNot
            ? orUnknown(
                name,
                values.size() == 1
                    ? new Compare(name, Operator.NOT_EQUAL, values.getFirst())
                    : new NoneOf(name, values))
            : oneOf(name, values);
      }
      case Ask.Known(var name, var isKnown) -> isKnown ? new Known(name) : new Unknown(name);
      case Ask.Joined(var isAnd, var parts) -> {
        var filled = new ArrayList<Condition>();
        for (var it : parts) {
          filled.add(filled(it, cell, title));
        }
        yield joined(isAnd, filled);
      }
      case Ask.Each(var isAnd, var one) -> {
        var filled = new ArrayList<Condition>();
        var parts = Value.parts(cell);
        if (parts.size() > MOST_PARTS) {
          throw new NotCarried(
              "This cell has more than 100 parts (%s).".formatted(Lexicon.shorten(cell)),
              "make several rows of it.");
        }
        for (var it : parts) {
          filled.add(filled(one, it, title));
        }
        yield joined(isAnd, filled);
      }
    };
  }

  private Condition compared(Ask.Compared ask, String cell, String title) throws NotCarried {
    var values = values(field(ask.field()), List.of(ask.value()), cell, title);
    if (values.size() != 1) {
      throw new NotCarried(
          "%s (%s) is a list, and one value is asked for here."
              .formatted(title, Lexicon.shorten(cell)),
          "use 'in' for lists.");
    }
    var compare = new Compare(ask.field(), ask.operator(), values.getFirst());
    return ask.operator() == Operator.NOT_EQUAL ? orUnknown(ask.field(), compare) : compare;
  }

  private static Condition orUnknown(String field, Condition condition) {
    return new Any(List.of(new Unknown(field), condition));
  }

  private static Condition oneOf(String field, List<Object> values) {
    return values.size() == 1
        ? new Compare(field, Operator.EQUAL, values.getFirst())
        : new OneOf(field, values);
  }

  /** Several values of one field joined by 'or' are a list. */
  private static Condition joined(boolean isAnd, List<Condition> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    if (isAnd) {
      return new All(parts);
    }
    var values = new ArrayList<Object>();
    var fields = new ArrayList<String>();
    for (var it : parts) {
      if (it instanceof Compare(var field, var operator, var value) && operator == Operator.EQUAL) {
        values.add(value);
        fields.add(field);
      }
    }
    return values.size() == parts.size() && fields.stream().distinct().count() == 1
        ? oneOf(fields.getFirst(), values.stream().distinct().toList())
        : new Any(parts);
  }

  private List<Object> values(Field field, List<Value> list, String cell, String title)
      throws NotCarried {
    var values = new ArrayList<Object>();
    for (var value : list) {
      for (var typed : value.filled(cell)) {
        switch (value(field, title, typed)) {
          case Good(var it) -> {
            if (!values.contains(it)) {
              values.add(it);
            }
          }
          case Bad(var sentence, var advice) -> throw new NotCarried(sentence, advice);
        }
      }
    }
    return values;
  }

  private Reading value(Field field, String title, String typed) {
    return switch (field.type()) {
      case TEXT -> lexicon.text(field, narrower(field), title, typed);
      case NUMBER -> lexicon.number(title, typed);
      case YES_NO ->
          switch (typed.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> new Good(true);
            case "false", "no" -> new Good(false);
            default ->
                new Bad(
                    "%s (%s) is neither true nor false.".formatted(title, Lexicon.shorten(typed)),
                    "");
          };
    };
  }

  /** The words that a column of ours has for a field without words of its own. */
  private Optional<Words> narrower(Field field) {
    return schemas.stream()
        .flatMap(it -> it.columns().stream())
        .filter(Asked.class::isInstance)
        .map(Asked.class::cast)
        .filter(it -> it.field().equals(field.name()))
        .flatMap(it -> it.words().stream())
        .findFirst();
  }

  private Field field(String name) throws NotCarried {
    var field = lexicon.field(name);
    if (field.isEmpty()) {
      throw new NotCarried(
          "There is no field (%s).".formatted(Lexicon.shorten(name)), lexicon.nearestField(name));
    }
    if (lexicon.scale(name).isPresent()) {
      throw new NotCarried(
          "%s holds days, lengths of time or money, and classic tables compare plain numbers."
              .formatted(name),
          "write these rows anew.");
    }
    return field.get();
  }
}
