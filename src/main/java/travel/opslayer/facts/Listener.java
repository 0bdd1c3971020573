package travel.opslayer.facts;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.conversation.Quotes;
import travel.opslayer.conversation.Quotes.Quoted;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.words.Clauses;
import travel.opslayer.facts.words.Hints;
import travel.opslayer.facts.words.Lexicon;
import travel.opslayer.facts.words.ProductName;
import travel.opslayer.facts.words.ProductNames;
import travel.opslayer.facts.words.Reader;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.message.Content;

/** Reads each turn: what its words say, which object they are about, and how much they ask. */
@Singleton
public final class Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  static final Understanding SILENCE =
      new Understanding(
          List.of(), null, null, List.of(), null, null, Set.of(), Set.of(), null, false, false,
          List.of(), 0, 0);

  private final Quotes quotes;
  private final NameSource names;
  private final List<Spread> spreads;
  private final List<Undivided> undivided;
  private final Reader reader = new Reader();
  private final Map<List<ProductName>, ProductNames> products = new ConcurrentHashMap<>();

  Listener(Quotes quotes, NameSource names, List<Spread> spreads, List<Undivided> undivided) {
    this.undivided = undivided;
    this.spreads = spreads;
    this.quotes = quotes;
    this.names = names;
  }

  public List<Asked> listen(Sql sql, List<Turn> turns, Lexicon lexicon, Desk desk) {
    if (turns.isEmpty()) {
      return List.of();
    }
    var tenant = desk.tenant().id();
    var quoted = quotes.of(sql, tenant, turns);
    var known = products(names.names(sql, tenant));
    var asked = new ArrayList<Asked>();
    var parts =
        new Parts(
            it -> read(it, lexicon, known, desk), it -> Clauses.of(it.bubbles(), lexicon, known));
    var whole =
        undivided.stream()
            .flatMap(it -> it.whole(sql, turns, desk).stream())
            .collect(Collectors.toSet());
    for (var turn : turns) {
      var understood = read(turn, lexicon, known, desk);
      var subject = subject(turn, quoted.get(turn.id()), understood);
      var quotesUs = turn.tap().isPresent() || quoted.containsKey(turn.id());
      var one = Asked.about(turn, understood, subject, quotesUs);
      var all = parts.of(one, whole.contains(turn.id()), desk);
      asked.addAll(all.size() == 1 ? spread(sql, all.getFirst(), desk) : all);
    }
    return asked;
  }

  private List<Asked> spread(Sql sql, Asked asked, Desk desk) {
    var meant =
        spreads.stream().flatMap(it -> it.subjects(sql, asked, desk).stream()).distinct().toList();
    return meant.isEmpty()
        ? List.of(asked)
        : IntStream.range(0, meant.size()).mapToObj(it -> asked.about(it, meant.get(it))).toList();
  }

  private Understanding read(Turn turn, Lexicon lexicon, ProductNames known, Desk desk) {
    var bubbles = turn.bubbles();
    var contact = turn.contact();
    var suggested = Homeland.language(contact.address()).orElse(null);
    var hints = new Hints(contact.person().language(), suggested, desk.today());
    if (bubbles.isEmpty()) {
      var label = label(turn);
      return label.isEmpty()
          ? SILENCE
          : SILENCE.showing(reader.read(List.of(label), lexicon, known, hints));
    }
    return reader.read(bubbles, lexicon, known, hints);
  }

  /** The name of a file says what it is, and nothing else: nobody has typed it. */
  private static String label(Turn turn) {
    return turn.messages().size() == 1
            && turn.messages().getFirst().content() instanceof Content.Media media
            && media.fileName() != null
        ? media.fileName().replaceAll("[_.-]+", " ")
        : "";
  }

  /** The tapped choice, then the quoted message, then a code in the words. */
  private static @Nullable String subject(Turn turn, @Nullable Quoted quoted, Understanding words) {
    if (turn.timer().isPresent()) {
      return turn.timer().get().subject();
    }
    var tapped =
        turn.tap().map(it -> it.id()).filter(it -> it.indexOf('@') > 0).map(Listener::object);
    if (tapped.isPresent()) {
      return tapped.get();
    }
    if (quoted != null && !quoted.subject().isEmpty()) {
      return quoted.subject();
    }
    return words.codes().isEmpty() ? null : words.codes().getFirst();
  }

  private static String object(String choice) {
    return choice.substring(choice.indexOf('@') + 1);
  }

  /** Made once for the same catalogue; a handful of tenants, each with one. */
  private ProductNames products(List<ProductName> names) {
    if (products.size() > 1000) {
      products.clear();
    }
    return products.computeIfAbsent(names, Listener::made);
  }

  /** Names that two products share must not stop everybody's messages: codes tell them apart. */
  private static ProductNames made(List<ProductName> names) {
    try {
      return ProductNames.of(names);
    } catch (IllegalArgumentException e) {
      LOG.warn("Two products share a name, so that only codes are understood.");
      return ProductNames.of(
          names.stream().map(it -> new ProductName(it.code(), List.of())).toList());
    }
  }
}
