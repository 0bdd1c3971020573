package travel.opslayer.facts.words;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/** Reads what people type: the same words, tables and day always give the same understanding. */
@Singleton
public final class Reader {

  /** For callers that read once; whoever reads many messages keeps a {@link ProductNames}. */
  public Understanding read(
      List<String> bubbles, Lexicon lexicon, List<ProductName> products, Hints hints) {
    return read(bubbles, lexicon, ProductNames.of(products), hints);
  }

  /**
   * @param bubbles the messages of one burst, in the order sent
   */
  public Understanding read(
      List<String> bubbles, Lexicon lexicon, ProductNames products, Hints hints) {
    var reading = new Reading(lexicon, products, hints);
    bubbles.forEach(reading::add);
    return reading.understanding();
  }

  /** One burst while it is read. */
  private static final class Reading {
    private final Lexicon lexicon;
    private final ProductNames names;
    private final Hints hints;
    private final List<Piece> pieces = new ArrayList<>();
    private final SaidDates dates = SaidDates.nothing();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Set<String> exact = new HashSet<>();
    private final Set<String> unsure = new HashSet<>();
    private final LanguageVote vote = new LanguageVote();
    private final Asides asides = new Asides();
    private @Nullable Integer party;
    private @Nullable Integer percent;
    private long unknown;
    private Heads heads = Heads.NOTHING;
    private @Nullable String slip;

    Reading(Lexicon lexicon, ProductNames names, Hints hints) {
      this.lexicon = lexicon;
      this.names = names;
      this.hints = hints;
    }

    void add(String text) {
      var whole = Folding.fold(text);
      var said = Percent.in(whole);
      percent = said == null ? percent : said;
      var folded = Percent.without(whole); // its number counts nobody and names no day
      var found = Codes.find(folded, names.codes());
      found.forEach(it -> codes.add(it.code()));
      var tokens = Tokens.of(folded, found);
      slip = slip == null && pieces.isEmpty() ? lexicon.slip(tokens, names::knows) : slip;
      var bubble = new Bubble(lexicon.read(tokens, names::knows));
      tokens.forEach(this::addWord);
      bubble.pieces().forEach(this::addPiece);
      asides.add(bubble);
      dates.add(Dates.of(bubble, hints));
      unknown += IntStream.range(0, bubble.size()).filter(it -> isUnknown(bubble, it)).count();
      var people = Party.of(bubble);
      party = people == null ? party : people;
      heads = heads.and(Heads.of(bubble));
    }

    private void addWord(Token token) {
      if (token.is(Kind.WORD)) {
        exact.add(token.text());
      } else if (token.is(Kind.CODE) && token.text().indexOf('-') > 0) {
        exact.add(Folding.fold(token.text().substring(0, token.text().indexOf('-'))));
      }
    }

    private void addPiece(Piece piece) {
      pieces.add(piece);
      if (!piece.token().is(Kind.WORD) || !names.knows(piece.token().text())) {
        vote.count(piece);
      }
      if (piece.token().is(Kind.WORD) && (piece.senses().isEmpty() || piece.distance() > 0)) {
        unsure.add(piece.token().text());
      }
    }

    Understanding understanding() {
      var language = vote.winner(hints, lexicon.languages());
      var found = names.find(new ProductNames.Words(exact, unsure));
      var relation = first("relation");
      return new Understanding(
          meanings("wish", language),
          language,
          found.certain(),
          found.rivals(),
          party,
          dates.merge(),
          Set.copyOf(meanings("note", language)),
          Set.copyOf(meanings("courtesy", language)),
          relation == null ? null : Party.Relation.of(relation).name(),
          first("separate") != null,
          onlyCourtesy(),
          List.copyOf(codes),
          pieces.stream().mapToInt(Piece::words).sum(),
          (int) unknown,
          percent,
          several(language),
          heads);
    }

    private Understanding.Several several(@Nullable String language) {
      var topics = meanings("topic", language);
      var documents = meanings("document", language);
      var aside = asides.wishes(language);
      var commands =
          pieces.stream()
              .filter(it -> it == pieces.getFirst() || !saysToMany(it))
              .map(Clauses::command)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      return new Understanding.Several(topics, documents, aside, commands, slip);
    }

    /** Only what begins so is said to many: somebody may speak of it. */
    private static boolean saysToMany(Piece piece) {
      return Clauses.SAID_TO_MANY.equals(Clauses.command(piece));
    }

    /** Where a phrase says different things in different languages, the one spoken counts. */
    private List<String> meanings(String sort, @Nullable String language) {
      var meanings = new LinkedHashSet<String>();
      pieces.forEach(it -> meanings.addAll(it.meanings(sort, language)));
      return List.copyOf(meanings);
    }

    private @Nullable String first(String sort) {
      return pieces.stream()
          .map(it -> it.means(sort))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    /** Small words alone, and whatever asks, want an answer. */
    private boolean onlyCourtesy() {
      return pieces.stream().anyMatch(it -> it.has("courtesy") || it.token().is(Kind.SYMBOL))
          && pieces.stream().allMatch(Reading::isCourteous);
    }

    private static boolean isCourteous(Piece piece) {
      var asks = piece.has("wish") || piece.has("topic") || piece.has("document");
      var says = asks || piece.has("note") || isWord(piece);
      return switch (piece.token().kind()) {
        case MARK -> !piece.isMark("?¿") && !says;
        case SYMBOL -> !says;
        default -> !says && (piece.has("courtesy") || piece.has("filler"));
      };
    }

    private static boolean isWord(Piece piece) {
      return piece.is("filler", "word") || piece.is("filler", "missing");
    }

    private boolean isUnknown(Bubble bubble, int index) {
      var piece = bubble.at(index);
      return piece.isUnknownWord()
          && !piece.isTimes()
          && !bubble.isDated(index)
          && !names.recognises(piece.token().text());
    }
  }
}
