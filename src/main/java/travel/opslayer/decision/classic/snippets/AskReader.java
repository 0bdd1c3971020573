package travel.opslayer.decision.classic.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Lexicon;

/** Reads snippets; what it does not know cannot be asked here. */
final class AskReader {

  private static final Pattern FACT =
      Pattern.compile(
          "(?:\\$?\\w+\\s*:\\s*)?(?:\\w+\\.)*(\\w+)\\s*(?:\\((.*)\\))?", Pattern.DOTALL);

  private static final Pattern EACH =
      Pattern.compile("forall\\s*\\(([^()]*)\\)\\s*\\{(.*)\\}", Pattern.DOTALL);

  private static final String SITUATION = "Situation";
  private static final int DEEPEST = 12;

  /** The engine of patterns goes as deep as a text is long. */
  private static final int LONGEST = 2_000;

  private final String pattern;
  private int depth;

  AskReader(String pattern) {
    this.pattern = pattern;
  }

  Ask read(String snippet) throws NotCarried {
    if (snippet.length() + pattern.length() > LONGEST) {
      throw new NotCarried("This cell holds more than 2,000 letters.", "make several rows of it.");
    }
    if (snippet.isBlank()) {
      throw new NotCarried("This column does not say what it asks.", "write a condition here.");
    }
    var inside = pattern.isBlank() ? unwrapped(snippet) : snippet;
    if (!pattern.isBlank()) {
      checkFact(pattern);
    }
    var each = EACH.matcher(inside.strip());
    if (each.matches()) {
      return new Ask.Each(!each.group(1).strip().equals("||"), list(Tokens.of(each.group(2))));
    }
    return list(Tokens.of(inside));
  }

  /** Without anything above it, a snippet is a whole pattern; one fact is all there is. */
  private static String unwrapped(String snippet) throws NotCarried {
    var whole = FACT.matcher(snippet.strip());
    if (whole.matches() && whole.group(2) != null && !whole.group(1).equals("in")) {
      checkName(whole.group(1));
      return whole.group(2);
    }
    return snippet;
  }

  private static void checkFact(String pattern) throws NotCarried {
    var fact = FACT.matcher(pattern.strip());
    if (!fact.matches()) {
      throw noSituation(pattern);
    }
    checkName(fact.group(1));
    if (fact.group(2) != null && !fact.group(2).isBlank()) {
      throw new NotCarried(
          "Conditions above a column are not read (%s).".formatted(Lexicon.shorten(pattern)),
          "give them a column of their own.");
    }
  }

  private static void checkName(String name) throws NotCarried {
    if (!name.equals(SITUATION)) {
      throw noSituation(name);
    }
  }

  private static NotCarried noSituation(String what) {
    return new NotCarried(
        "Rules ask a Situation and nothing else (%s).".formatted(Lexicon.shorten(what)),
        "ask for the fact of the Situation that says the same.");
  }

  private Ask list(Tokens tokens) throws NotCarried {
    var parts = new ArrayList<>(List.of(any(tokens)));
    while (tokens.skip(",")) {
      parts.add(any(tokens));
    }
    if (!tokens.isAtEnd()) {
      throw new NotCarried(
          "This does not belong into a condition (%s).".formatted(Lexicon.shorten(tokens.peek())),
          "");
    }
    return joined(true, parts);
  }

  private Ask any(Tokens tokens) throws NotCarried {
    var parts = new ArrayList<>(List.of(all(tokens)));
    while (tokens.skip("||")) {
      parts.add(all(tokens));
    }
    return joined(false, parts);
  }

  private Ask all(Tokens tokens) throws NotCarried {
    var parts = new ArrayList<>(List.of(one(tokens)));
    while (tokens.skip("&&")) {
      parts.add(one(tokens));
    }
    return joined(true, parts);
  }

  private static Ask joined(boolean isAnd, List<Ask> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Ask.Joined(isAnd, parts);
  }

  private Ask one(Tokens tokens) throws NotCarried {
    if (tokens.skip("(")) {
      if (++depth > DEEPEST) {
        throw new NotCarried("Brackets are nested too deep here.", "make two rules of it.");
      }
      var inner = any(tokens);
      tokens.expect(")");
      depth--;
      return inner;
    }
    var field = tokens.name();
    if (tokens.isAtEnd()) {
      return new Ask.Compared(field, Operator.EQUAL, Value.CELL);
    }
    return compared(field, tokens.next(), tokens);
  }

  private static Ask compared(String field, String sign, Tokens tokens) throws NotCarried {
    if (sign.equals("not")) {
      tokens.expect("in");
      return listed(field, true, tokens);
    }
    if (sign.equals("in")) {
      return listed(field, false, tokens);
    }
    var operator =
        operator(sign)
            .orElseThrow(
                () ->
                    new NotCarried(
                        "A field cannot be asked like this (%s %s)."
                            .formatted(Lexicon.shorten(field), Lexicon.shorten(sign)),
                        "use == != < <= > >= in or not in."));
    if (tokens.isAtEnd()) {
      return new Ask.Compared(field, operator, Value.CELL);
    }
    var isSame = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    if (isSame && tokens.skip("null")) {
      return new Ask.Known(field, operator == Operator.NOT_EQUAL);
    }
    return new Ask.Compared(field, operator, tokens.value());
  }

  private static Optional<Operator> operator(String sign) {
    for (var it : Operator.values()) {
      if (it.sign().equals(sign)) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }

  private static Ask listed(String field, boolean isNot, Tokens tokens) throws NotCarried {
    tokens.expect("(");
    var values = new ArrayList<>(List.of(tokens.value()));
    while (tokens.skip(",")) {
      values.add(tokens.value());
    }
    tokens.expect(")");
    return new Ask.Listed(field, isNot, values);
  }
}
