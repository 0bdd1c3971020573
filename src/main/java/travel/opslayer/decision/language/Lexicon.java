package travel.opslayer.decision.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.Names.Value.OneOf;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Words.Fixed;
import travel.opslayer.decision.language.Words.Free;
import travel.opslayer.decision.language.Words.Listed;
import travel.opslayer.decision.language.Words.OfField;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Parameters;

/**
 * All words that are known here and now. Drools would accept a wrong word and never match it, or
 * throw at the first decision, so every value of every rule passes through here.
 */
public final class Lexicon {

  /** Nothing that ends a string, starts a macro or calls something, however it is printed. */
  private static final Pattern ANY_TEXT =
      Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,:!?@%&'/+-]{1,120}");

  private static final Pattern PHRASE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,200}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9 _./+-]{1,60}");
  private static final Pattern PRINTABLE =
      Pattern.compile("[^\"\\\\\\p{Cntrl}\\p{Cf}\\u2028\\u2029]{1,200}");

  private static final Pattern PARAMETER = Pattern.compile("P-[A-Z0-9_-]{1,40}");
  private static final Pattern TEMPLATE = Pattern.compile("[a-z_]{1,40}/[a-z0-9_]{1,60}");
  private static final Pattern SEMICOLONS = Pattern.compile("[\\w .-]*(?:;[\\w .-]*)+");
  private static final String ROLE = "sender_role";
  private static final int SHOWN = 40;

  private final Terms terms;
  private final Parameters parameters;
  private final Map<String, Scale> scales;
  private final Map<String, Field> fields = new HashMap<>();
  private final Set<String> namedParameters = ConcurrentHashMap.newKeySet();

  public Lexicon(Terms terms, Parameters parameters) {
    this(terms, parameters, Map.of());
  }

  /**
   * @param scales by field, what its values stand for; as the schemas say
   */
  public Lexicon(Terms terms, Parameters parameters, Map<String, Scale> scales) {
    this.terms = terms;
    this.parameters = parameters;
    this.scales = Map.copyOf(scales);
    terms.fields().fields().forEach(it -> fields.put(it.name(), it));
  }

  /** The words that it was made of. */
  public Terms terms() {
    return terms;
  }

  /** The parameters that have been asked for until now. */
  public Set<String> namedParameters() {
    return Set.copyOf(namedParameters);
  }

  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Every name that conditions may use. */
  public List<Field> fields() {
    return terms.fields().fields();
  }

  /** Empty for a field whose type says all. */
  public Optional<Scale> scale(String field) {
    return Optional.ofNullable(scales.get(field));
  }

  public String nearestField(String name) {
    return Nearest.advice(name, fields.keySet().stream().sorted().toList());
  }

  /**
   * A word for a verb or a table of data.
   *
   * @param what the place, as its author calls it
   */
  public Reading word(Words words, String what, String typed) {
    return words == Free.PHRASE
        ? text(PHRASE, what, typed)
        : resolved(what, typed, it -> plainWord(words, what, it));
  }

  private Reading plainWord(Words words, String what, String typed) {
    return switch (words) {
      case Listed.TEMPLATES -> template(what, typed);
      case Listed list -> listed(of(list), what, typed);
      case Fixed(var list) -> listed(list, what, typed);
      case OfField(var field) -> of(field, what, typed);
      case Free.PHRASE -> text(PHRASE, what, typed);
      case Free.TEXT -> text(ANY_TEXT, what, typed);
      case Free.NUMBER -> Forms.number(what, typed);
      case Free.COUNT -> Forms.count(what, typed);
      case Free.DURATION -> Forms.duration(what, typed);
      case Free.LENGTH -> Forms.length(what, typed);
      case Free.SHARE -> Forms.share(what, typed);
      case Free.MONEY -> Forms.money(what, typed);
      case Free.LANGUAGE -> Forms.language(what, typed);
    };
  }

  /** What may stand as the next word of a verb; the value of a name depends on the name. */
  public Words next(Verb verb, List<String> before) {
    return verb == Verb.ASSIGN && before.size() == 1
        ? valueOf(before.getFirst())
        : verb.arguments().get(before.size());
  }

  private Words valueOf(String name) {
    return switch (terms.names().value(name)) {
      case OneOf(var words) -> new Fixed(words);
      case Form.TEXT -> Free.TEXT;
      case Form.LENGTH -> Free.LENGTH;
      case Form.SHARE -> Free.SHARE;
      case Form.COUNT -> Free.COUNT;
      case Form.MONEY -> Free.MONEY;
      case Form.ACTION -> Listed.ACTIONS;
      case Form.ROLE -> new OfField(ROLE);
    };
  }

  /** What people may write in a place that nothing is looked up for. */
  public static Reading phrase(String what, String typed) {
    return text(PHRASE, what, typed);
  }

  /** A value that a field of text is compared with. */
  public Reading text(Field field, Optional<Words> narrower, String what, String typed) {
    return resolved(what, typed, it -> plainText(field, narrower, what, it));
  }

  private Reading plainText(Field field, Optional<Words> narrower, String what, String typed) {
    if (!field.words().isEmpty()) {
      return listed(field.words(), what, typed);
    }
    return narrower.map(it -> plainWord(it, what, typed)).orElseGet(() -> text(VALUE, what, typed));
  }

  /** A whole number, or the name of a parameter that is one. */
  public Reading number(String what, String typed) {
    return resolved(what, typed, it -> Forms.number(what, it));
  }

  /** Whether this is the name of a parameter; no other word begins like one. */
  public static boolean isParameter(String typed) {
    return PARAMETER.matcher(parameter(typed)).matches();
  }

  /**
   * What was typed, or what the parameter says whose name was typed. A mistake in its value is told
   * with both, for its author looks for the name.
   */
  public Reading resolved(String what, String typed, Function<String, Reading> read) {
    if (!isParameter(typed)) {
      return read.apply(typed);
    }
    namedParameters.add(parameter(typed));
    var written = parameters.text(parameter(typed));
    if (written.isEmpty()) {
      return noParameter(what, typed);
    }
    var shown = shorten(written.get());
    return switch (read.apply(written.get())) {
      case Good good -> good;
      case Bad(var sentence, var advice) ->
          new Bad(
              sentence.replace(
                  "(" + shown + ")", "(%s, which is %s)".formatted(shorten(typed), shown)),
              advice);
    };
  }

  private Reading noParameter(String what, String typed) {
    return new Bad(
        "%s (%s) is not a parameter.".formatted(what, shorten(typed)),
        Nearest.advice(typed, parameters.values().keySet().stream().sorted().toList()));
  }

  private Reading of(String field, String what, String typed) {
    return field(field)
        .map(it -> plainText(it, Optional.empty(), what, typed))
        .orElseGet(() -> new Bad("There is no field (%s).".formatted(field), nearestField(field)));
  }

  private static Reading listed(List<String> known, String what, String typed) {
    return Nearest.same(typed, known)
        .map(it -> printable(what, it))
        .orElseGet(
            () ->
                new Bad(
                    "%s (%s) is not a word that rules know.".formatted(what, shorten(typed)),
                    SEMICOLONS.matcher(typed).matches()
                        ? "write a comma where the semicolon is."
                        : Nearest.advice(typed, known)));
  }

  /** Whoever wants to say something new writes its text first. */
  private Reading template(String what, String typed) {
    var reading = listed(terms.templates(), what, typed);
    return reading instanceof Bad(var sentence, _)
            && Nearest.meant(typed, terms.templates()).isEmpty()
        ? new Bad(sentence, unwritten(typed))
        : reading;
  }

  private static String unwritten(String typed) {
    return TEMPLATE.matcher(typed).matches()
        ? "write its text first, templates/%s.en.txt.".formatted(typed)
        : "name a text of templates/ without its ending, such as help/menu.";
  }

  /** The lists come from code and from names of files, which may have any sign in them. */
  private static Reading printable(String what, String word) {
    return PRINTABLE.matcher(word).matches()
        ? new Good(word)
        : new Bad("%s (%s) has a sign that no rule can have.".formatted(what, shorten(word)), "");
  }

  private static Reading text(Pattern allowed, String what, String typed) {
    return allowed.matcher(typed).matches()
        ? new Good(typed)
        : new Bad(
            "%s (%s) is too long or has a sign that is not allowed."
                .formatted(what, shorten(typed)),
            "use letters, digits, spaces and . _ / + - only.");
  }

  private List<String> of(Listed list) {
    return switch (list) {
      case ACTIONS -> terms.actions();
      case TEMPLATES -> terms.templates();
      case TIMERS -> terms.timers();
      case AUDIENCES -> terms.audiences();
      case STATES -> terms.states();
      case NAMES -> terms.names().words();
    };
  }

  private static String parameter(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }

  /** What somebody typed, short enough for a sentence and without anything that breaks a line. */
  public static String shorten(String typed) {
    var line = typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ").strip();
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
