package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.PhraseTree.Hit;
import travel.opslayer.facts.words.PhraseTree.Place;
import travel.opslayer.facts.words.Token.Kind;

/**
 * The tables of words of one rule release, ready to read messages with. For every language that has
 * a table it also knows the numbers, months and weekdays spelled out.
 *
 * <p>Case, accents, punctuation and stretched letters do not matter, and a typo is forgiven as long
 * as only one meaning is near. A phrase that ends in {@code !} counts only where it is the whole
 * message, as does one of punctuation only.
 */
public final class Lexicon {

  /** What a phrase can be in the column Sort of a table of words. */
  public static final Set<String> SORTS =
      Set.of(
          "wish",
          "topic",
          "document",
          "command",
          "tap",
          "people",
          "relation",
          "note",
          "courtesy",
          "separate",
          "filler",
          "number",
          "when",
          "weekday",
          "month");

  private final PhraseTree tree = new PhraseTree();
  private final Map<String, List<Phrase>> marks = new HashMap<>();
  private final Map<String, String> taps = new HashMap<>();
  private final Set<String> keywords = new HashSet<>();
  private final Set<String> commands = new HashSet<>();
  private final Set<String> vocabulary = new HashSet<>();
  private final Set<String> languages = new TreeSet<>();
  private final Typos typos;
  private final Slips slips;
  private final Map<String, String> squeezed = new HashMap<>();

  private Lexicon(List<Phrase> phrases) {
    phrases.forEach(this::learn);
    typos = new Typos(vocabulary);
    slips = new Slips(commands, keywords);
    vocabulary.forEach(it -> squeezed.merge(Folding.squeeze(it), it, Lexicon::shorter));
  }

  public static Lexicon of(List<Phrase> phrases) {
    var languages = phrases.stream().map(Phrase::language).distinct().toList();
    var spelled =
        languages.stream()
            .flatMap(it -> Stream.concat(Numbers.spelledOut(it), DateNames.of(it)))
            .toList();
    return new Lexicon(Stream.concat(phrases.stream(), spelled.stream()).distinct().toList());
  }

  /** The languages that have a table. */
  public Set<String> languages() {
    return Set.copyOf(languages);
  }

  /** Is this text a wish that is complete by itself, such as STOP or a question mark alone? */
  public boolean isKeyword(String text) {
    var tokens = Tokens.of(Folding.fold(text.strip()));
    var alone = onlyMarks(tokens);
    return alone == null
        ? keywords.contains(words(tokens))
        : alone.getFirst().senses().stream().anyMatch(it -> it.sort().equals("wish"));
  }

  /** Is this text a greeting and nothing more? What they want is then still to come. */
  public boolean onlyGreets(String text) {
    var read = read(Tokens.of(Folding.fold(text.strip())), it -> false);
    var said = read.stream().filter(it -> it.words() > 0).toList();
    return said.stream().anyMatch(it -> "greet".equals(it.means("wish")))
        && said.stream().allMatch(it -> "greet".equals(it.means("wish")) || it.has("filler"));
  }

  /** What this text notes: the meanings of its words of sort note. */
  public List<String> notes(String text) {
    return read(Tokens.of(Folding.fold(text.strip())), it -> false).stream()
        .flatMap(it -> Stream.ofNullable(it.means("note")))
        .toList();
  }

  /**
   * What a text stands for that is a phrase of sort tap and codes, and nothing else: the id of the
   * choice, such as {@code call_crew@TRP123}. Of two codes the first is what is chosen. A phrase
   * may end in how its codes begin: {@code take INC}.
   */
  public Optional<String> tap(String text) {
    var folded = Folding.fold(text.strip());
    var tokens = Tokens.of(folded, Codes.find(folded, Set.of()));
    var said = words(tokens.stream().filter(it -> !it.is(Kind.CODE)).toList());
    var codes = tokens.stream().filter(it -> it.is(Kind.CODE)).map(Token::text).toList();
    var kind =
        codes.isEmpty() ? "" : ' ' + Folding.fold(codes.getFirst().replaceAll("\\P{L}.*", ""));
    return Optional.ofNullable(taps.getOrDefault(said + kind, taps.get(said)))
        .map(
            it ->
                switch (codes.size()) {
                  case 0 -> it;
                  case 1 -> it + '@' + codes.getFirst();
                  default -> it + ':' + codes.getFirst() + '@' + codes.get(1);
                });
  }

  /** Does it say something by itself, whatever it may be beside? */
  public boolean isMeant(String text) {
    return read(Tokens.of(Folding.fold(text.strip())), it -> false).stream()
        .flatMap(it -> it.senses().stream())
        .anyMatch(it -> Set.of("wish", "command", "courtesy", "topic", "note").contains(it.sort()));
  }

  /** The command that the first of these words may be, written with a slip of the finger. */
  @Nullable String slip(List<Token> tokens, Predicate<String> named) {
    var words = tokens.stream().filter(it -> !it.is(Kind.MARK)).toList();
    return words.isEmpty()
            || !words.getFirst().is(Kind.WORD)
            || vocabulary.contains(words.getFirst().text())
            || named.test(words.getFirst().text())
        ? null
        : slips.of(words.getFirst().text(), words.size() == 1);
  }

  private static String words(List<Token> tokens) {
    return tokens.stream()
        .filter(it -> !it.is(Kind.MARK))
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }

  /**
   * @param named words that are no slip of the finger, whatever they resemble
   */
  List<Piece> read(List<Token> tokens, Predicate<String> named) {
    var onlyMarks = onlyMarks(tokens);
    if (onlyMarks != null) {
      return onlyMarks;
    }
    var hits = hits(tokens, named);
    var taken = new BitSet();
    var starting = new HashMap<Integer, Hit>();
    for (var hit : hits) {
      if (taken.get(hit.start(), hit.end()).isEmpty()) {
        taken.set(hit.start(), hit.end());
        starting.put(hit.start(), hit);
      }
    }
    var pieces = new ArrayList<Piece>();
    for (var i = 0; i < tokens.size(); i++) {
      var hit = starting.get(i);
      pieces.add(hit == null ? Piece.unknown(tokens.get(i)) : hit.piece(tokens.get(i)));
      i = hit == null ? i : hit.end() - 1;
    }
    return pieces;
  }

  private void learn(Phrase phrase) {
    if (phrase.sort().equals("tap")) { // whole texts, which make no word of theirs known
      taps.put(words(Tokens.of(Folding.fold(phrase.phrase().strip()))), phrase.means());
      return;
    }
    languages.add(phrase.language());
    var folded = Folding.fold(phrase.phrase().strip());
    var whole = folded.length() > 1 && folded.endsWith("!");
    var tokens = Tokens.of(whole ? folded.substring(0, folded.length() - 1) : folded);
    var words = tokens.stream().filter(it -> !it.is(Kind.MARK)).map(Token::text).toList();
    if (words.isEmpty()) {
      tokens.stream()
          .map(Token::text)
          .distinct()
          .forEach(it -> marks.computeIfAbsent(it, mark -> new ArrayList<>()).add(phrase));
      return;
    }
    if (whole && phrase.sort().equals("wish")) {
      keywords.add(String.join(" ", words));
    }
    if (phrase.sort().equals("command") && words.size() == 1) {
      commands.add(words.getFirst());
    }
    vocabulary.addAll(words);
    tree.learn(words, phrase, whole);
  }

  /** "?" and "???" ask for help; the one at the end of a sentence does not. */
  private @Nullable List<Piece> onlyMarks(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.stream().allMatch(it -> it.is(Kind.MARK))) {
      return null;
    }
    for (var token : tokens) {
      var phrases = marks.get(token.text());
      if (phrases != null) {
        return List.of(new Piece(token, List.copyOf(phrases), 0, 0));
      }
    }
    return null;
  }

  private List<Hit> hits(List<Token> tokens, Predicate<String> named) {
    var places = new ArrayList<Place>();
    for (var i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).is(Kind.MARK)) {
        places.add(new Place(i, tokens.get(i), spellings(tokens.get(i), named)));
      }
    }
    return tree.hits(places);
  }

  private Set<String> spellings(Token token, Predicate<String> named) {
    var word = token.text();
    if (vocabulary.contains(word)) {
      return Set.of(word);
    }
    if (!token.is(Kind.WORD) || named.test(word)) {
      return Set.of();
    }
    var known = Folding.stretched(word) ? squeezed.get(Folding.squeeze(word)) : null;
    return known == null || known.length() < 2 ? typos.nearest(word) : Set.of(known);
  }

  private static String shorter(String one, String other) {
    return one.length() <= other.length() ? one : other;
  }
}
