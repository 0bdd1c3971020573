package travel.opslayer.decision.drools.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.decision.amounts.Amounts;
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

  /** The engine goes as deep as a condition is long. */
  private static final int MOST = 200;

  private static final String SPLIT = "make several rules of it.";

  private final DrlTokens tokens;
  private final Lexicon lexicon;
  private int count;

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
    if (++count > MOST) {
      throw tokens.refuse("This rule asks for too much.", SPLIT);
    }
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
    var amounts = amounts(field);
    return amounts.isPresent()
        ? (Condition) good(amounts.get().compared(operator, plain(tokens.next())))
        : new Compare(field.name(), operator, value(field));
  }

  /** For a field whose values stand for days, lengths of time or money, as a schema says. */
  private Optional<Amounts> amounts(Field field) {
    return lexicon.scale(field.name()).map(it -> new Amounts(lexicon, field, it, field.name()));
  }

  private List<Object> values(Field field) throws NotAllowed {
    tokens.expect("(");
    var values = new ArrayList<>(List.of(value(field)));
    while (tokens.skip(",")) {
      values.add(value(field));
      if (values.size() > MOST) {
        throw tokens.refuse("This list is too long (%s).".formatted(field.name()), SPLIT);
      }
    }
    tokens.expect(")");
    return values;
  }

  private Object value(Field field) throws NotAllowed {
    var amounts = amounts(field);
    if (amounts.isPresent()) {
      return good(amounts.get().single(plain(tokens.next())));
    }
    return good(
        switch (field.type()) {
          case TEXT -> lexicon.text(field, Optional.empty(), field.name(), tokens.quoted());
          case NUMBER -> lexicon.number(field.name(), parameter(tokens.next()));
          case YES_NO ->
              Lexicon.isParameter(plain(tokens.peek()))
                  ? lexicon.resolved(field.name(), plain(tokens.next()), it -> yesOrNo(field, it))
                  : trueOrFalse(field, tokens.next());
        });
  }

  /** As the value of a parameter is written. */
  private static Reading yesOrNo(Field field, String typed) {
    return switch (typed.toLowerCase(Locale.ROOT)) {
      case "yes" -> new Good(true);
      case "no" -> new Good(false);
      case String it -> trueOrFalse(field, it);
    };
  }

  private static Reading trueOrFalse(Field field, String typed) {
    return switch (typed) {
      case "true" -> new Good(true);
      case "false" -> new Good(false);
      default ->
          new Bad(
              "%s (%s) is neither true nor false.".formatted(field.name(), DrlText.shorten(typed)),
              "write true or false without quotes.");
    };
  }

  /** The name of a parameter may stand in quotes, as any word may; numbers may not. */
  private static String parameter(String token) {
    return Lexicon.isParameter(plain(token)) ? plain(token) : token;
  }

  private static String plain(String token) {
    return token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
  }

  private Object good(Reading reading) throws NotAllowed {
    return switch (reading) {
      case Good(var value) -> value;
      case Bad(var sentence, var advice) -> throw tokens.refuse(sentence, advice);
    };
  }
}
