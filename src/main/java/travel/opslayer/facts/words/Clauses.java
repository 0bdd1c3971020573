package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/**
 * Cuts what a colleague writes into its commands. Each begins where a sentence, or half of one,
 * begins with a word of sort command, and has its own words; another departure or booking behind
 * one is the same command once more.
 */
public final class Clauses {

  /** What begins with this command is said to others: none of its words is read as a wish. */
  public static final String SAID_TO_MANY = "broadcast";

  private static final Pattern PARTED = Pattern.compile("[,;!?\\n&]+|\\.(?=\\s|$)");

  /**
   * What commands are about, or whom they are for. Approvals and quotes have words of their own.
   */
  private static final Pattern OBJECT = Pattern.compile("(BK-|LD-|TRP|[A-Z]{2,6}-\\d{4}$).*");

  /** What another one behind a command is the same command for. */
  private static final Pattern ANOTHER = Pattern.compile("(BK-|TRP|[A-Z]{2,6}-\\d{4}$).*");

  private final Lexicon lexicon;
  private final ProductNames names;
  private final List<String> clauses = new ArrayList<>();
  private String verb = "";

  private Clauses(Lexicon lexicon, ProductNames names) {
    this.lexicon = lexicon;
    this.names = names;
  }

  /** The words of each command, in order; none when nothing is commanded. */
  public static List<String> of(List<String> bubbles, Lexicon lexicon, ProductNames names) {
    var all = new Clauses(lexicon, names);
    if (all.isSaidToMany(bubbles)) {
      return List.of(String.join("\n", bubbles));
    }
    for (var bubble : bubbles) {
      all.chunks(bubble).forEach(all::add);
    }
    var known = all.clauses.stream().flatMap(it -> all.codes(it).stream());
    return known.allMatch(it -> OBJECT.matcher(it).matches())
        ? List.copyOf(all.clauses)
        : List.of();
  }

  /** What a piece commands. A slip of the finger is no command: nothing is done by mistake. */
  static @Nullable String command(Piece piece) {
    return piece.distance() > 0 ? null : piece.means("command");
  }

  private boolean isSaidToMany(List<String> bubbles) {
    var first = bubbles.isEmpty() ? List.<Piece>of() : pieces(bubbles.getFirst());
    return !first.isEmpty() && SAID_TO_MANY.equals(command(first.getFirst()));
  }

  private List<String> chunks(String bubble) {
    var chunks = new ArrayList<String>();
    for (var part : PARTED.split(bubble, -1)) {
      var chunk = new ArrayList<String>();
      for (var word : part.strip().split("\\s+")) {
        if (pieces(word).stream().anyMatch(it -> it.is("filler", "and"))) {
          chunks.add(String.join(" ", chunk));
          chunk.clear();
        } else {
          chunk.add(word);
        }
      }
      chunks.add(String.join(" ", chunk));
    }
    return chunks.stream().filter(it -> !it.isBlank()).toList();
  }

  private void add(String chunk) {
    var first = first(chunk);
    if (first != null) {
      verb = first.token().text();
      clauses.add(chunk);
    } else if (!clauses.isEmpty()) {
      var last = clauses.removeLast();
      if (isAnother(last) && isAnother(chunk)) {
        clauses.add(last);
        clauses.add(verb + " " + chunk);
      } else {
        clauses.add(last + ", " + chunk);
      }
    }
  }

  private boolean isAnother(String chunk) {
    return codes(chunk).stream().anyMatch(it -> ANOTHER.matcher(it).matches());
  }

  private List<String> codes(String chunk) {
    return Codes.in(chunk, names.codes());
  }

  /** The command that it begins with; small words, codes and signs may stand before it. */
  private @Nullable Piece first(String chunk) {
    for (var piece : pieces(chunk)) {
      if (command(piece) != null) {
        return piece;
      }
      var small = piece.has("filler") || piece.has("courtesy");
      var sign = piece.token().is(Kind.MARK) || piece.token().is(Kind.SYMBOL);
      if (!small && !sign && !piece.token().is(Kind.CODE)) {
        return null;
      }
    }
    return null;
  }

  private List<Piece> pieces(String chunk) {
    var folded = Folding.fold(chunk);
    return lexicon.read(Tokens.of(folded, Codes.find(folded, names.codes())), names::knows);
  }
}
