package travel.opslayer.decision.drools.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;

/** Reads one condition: fields compared with values, joined by {@code &&}, {@code ||}, brackets. */
final class WhenReader {

  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "==", Operator.EQUAL,
          "!=", Operator.NOT_EQUAL,
          "<", Operator.LESS,
          "<=", Operator.AT_MOST,
          ">", Operator.MORE,
          ">=", Operator.AT_LEAST);

  /** What follows a field that stands alone; the empty text is the end. */
  private static final Set<String> BARE = Set.of("", "&&", "||", ")", ",");

  private final DrlTokens tokens;
  private final Lexicon lexicon;

  private WhenReader(DrlTokens tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
  }

  static Condition read(String expression, int line, Lexicon lexicon) throws NotAllowed {
    var reader = new WhenReader(DrlTokens.of(expression, line), lexicon);
    var condition = reader.any();
    if (!reader.tokens.isAtEnd()) {
      throw reader.tokens.refuse(
          "This does not belong into a condition (%s).".formatted(reader.tokens.peek()),
          "join two conditions with && or ||.");
    }
    return condition;
  }

  private Condition any() throws NotAllowed {
    var parts = new ArrayList<>(List.of(all()));
    while (tokens.skip("||")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Any(parts);
  }

  private Condition all() throws NotAllowed {
    var parts = new ArrayList<>(List.of(one()));
    while (tokens.skip("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new All(parts);
  }

  private Condition one() throws NotAllowed {
    if (tokens.skip("(")) {
      var inner = any();
      tokens.expect(")");
      return inner;
    }
    var name = tokens.next();
    var field =
        lexicon
            .field(name)
            .orElseThrow(
                () ->
                    tokens.refuse(
                        "There is no field (%s).".formatted(DrlText.shorten(name)),
                        lexicon.nearestField(name)));
    return compared(field);
  }

  private Condition compared(Field field) throws NotAllowed {
    if (BARE.contains(tokens.peek())) {
      throw tokens.refuse(
          "Field (%s) is not compared with anything.".formatted(field.name()),
          "write %s == %s.".formatted(field.name(), field.type() == Type.YES_NO ? "true" : "..."));
    }
    var sign = tokens.next();
    if (sign.equals("in")) {
      return new OneOf(field.name(), values(field));
    }
    if (sign.equals("not")) {
      tokens.expect("in");
      return new NoneOf(field.name(), values(field));
    }
    var operator =
        Optional.ofNullable(OPERATORS.get(sign))
            .orElseThrow(
                () ->
                    tokens.refuse(
                        "A field cannot be compared like this (%s).".formatted(sign),
                        "use == != < <= > >= in or not in."));
    var isSame = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    if (isSame && tokens.skip("null")) {
      return operator == Operator.EQUAL ? new Unknown(field.name()) : new Known(field.name());
    }
    if (!isSame && field.type() != Type.NUMBER) {
      throw tokens.refuse(
          "Only numbers can be compared like this (%s %s).".formatted(field.name(), sign),
          "use == or in.");
    }
    return new Compare(field.name(), operator, value(field));
  }

  private List<Object> values(Field field) throws NotAllowed {
    tokens.expect("(");
    var values = new ArrayList<>(List.of(value(field)));
    while (tokens.skip(",")) {
      values.add(value(field));
    }
    tokens.expect(")");
    return values;
  }

  private Object value(Field field) throws NotAllowed {
    var reading =
        switch (field.type()) {
          case TEXT -> lexicon.text(field, Optional.empty(), field.name(), tokens.quoted());
          case NUMBER -> lexicon.number(field.name(), tokens.next());
          case YES_NO ->
              switch (tokens.next()) {
                case "true" -> new Good(true);
                case "false" -> new Good(false);
                case String other ->
                    new Bad(
                        "%s (%s) is neither true nor false."
                            .formatted(field.name(), DrlText.shorten(other)),
                        "write true or false without quotes.");
              };
        };
    return switch (reading) {
      case Good(var value) -> value;
      case Bad(var sentence, var advice) -> throw tokens.refuse(sentence, advice);
    };
  }
}
