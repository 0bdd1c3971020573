package travel.opslayer.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import travel.opslayer.conversation.Turn;
import travel.opslayer.facts.Asked.Part;
import travel.opslayer.facts.words.Requests;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.message.Content;
import travel.opslayer.message.Content.Media.Type;

/**
 * Cuts a turn into its requests. Something that is shown and says what it is, such as a passport,
 * is one; every other thing that the words ask for is one.
 */
final class Parts {

  private final Function<Turn, Understanding> reader;
  private final Function<Turn, List<String>> commands;

  /**
   * @param reader reads a turn, or a part of it
   * @param commands the words of each command in a turn
   */
  Parts(Function<Turn, Understanding> reader, Function<Turn, List<String>> commands) {
    this.reader = reader;
    this.commands = commands;
  }

  /** What a colleague writes to a customer, a changed message, a tap and a timer stay whole. */
  List<Asked> of(Asked asked, Desk desk) {
    return of(asked, false, desk);
  }

  /**
   * @param whole is it one however much it asks, but for what says that it is a document?
   */
  List<Asked> of(Asked asked, boolean whole, Desk desk) {
    var turn = asked.turn();
    var staff = turn.contact().person().isStaff();
    if (turn.timer().isPresent()
        || turn.tap().isPresent()
        || isChange(turn)
        || staff && asked.quotesUs()) {
      return List.of(asked);
    }
    var shown = shown(turn);
    var clauses = staff && shown.isEmpty() && !whole ? commands.apply(turn) : List.<String>of();
    if (!clauses.isEmpty() && asked.understanding().isSaidToMany()) {
      return List.of(asked.request(turn, asked.understanding().announcing(), asked.part()));
    }
    if (!clauses.isEmpty()) {
      return commands(asked, clauses);
    }
    if (shown.isEmpty()) {
      return whole ? List.of(whole(asked)) : requests(asked, asked.understanding(), staff, desk);
    }
    var others = bubbles(turn).filter(it -> !shown.contains(it)).toList();
    var all = new ArrayList<Asked>();
    if (!others.isEmpty()) {
      var rest = turn.part(0, others);
      var words = reader.apply(rest);
      var request = asked.request(rest, words, asked.part());
      all.addAll(whole ? List.of(whole(request)) : requests(request, words, staff, desk));
    }
    for (var bubble : shown) {
      var part = turn.part(all.size(), List.of(bubble));
      var which = new Part(turn.id(), all.size(), true, false);
      all.add(asked.request(part, reader.apply(part), which));
    }
    return all;
  }

  private Asked whole(Asked asked) {
    var turn = asked.turn();
    return asked.whole(bubbles(turn).map(it -> reader.apply(turn.part(0, List.of(it)))).toList());
  }

  /** Each has its own words, so its own who, what and when; two of the same verb are two. */
  private List<Asked> commands(Asked asked, List<String> clauses) {
    var all = new ArrayList<Asked>();
    for (var clause : clauses) {
      var part = asked.turn().saying(all.size(), clause);
      var words = reader.apply(part).commanding();
      var subject = words.codes().isEmpty() ? null : words.codes().getFirst();
      var which = new Part(asked.turn().id(), all.size(), false, false);
      all.add(new Asked(part, words, subject, null, false, which));
    }
    return all;
  }

  private static boolean isChange(Turn turn) {
    return turn.messages().stream()
        .anyMatch(it -> it.content() instanceof Content.Other other && other.changes().isPresent());
  }

  private static List<Asked> requests(Asked asked, Understanding words, boolean staff, Desk desk) {
    var read = staff ? words.withoutTopics() : words;
    if (read.isOne()) {
      return List.of(read == words ? asked : asked.request(asked.turn(), read, asked.part()));
    }
    var all = new ArrayList<Asked>();
    for (var it : new Requests(desk.parameters().together()).of(read)) {
      var which = new Part(asked.turn().id(), all.size(), false, it.implied());
      var part = asked.turn().part(all.size());
      all.add(asked.request(part, it.words(), which));
    }
    return all;
  }

  /** The bubbles that say what they show. */
  private List<Integer> shown(Turn turn) {
    return bubbles(turn)
        .filter(it -> isShown(turn.messages().get(it).content()))
        .filter(it -> !reader.apply(turn.part(0, List.of(it))).several().documents().isEmpty())
        .toList();
  }

  private static Stream<Integer> bubbles(Turn turn) {
    return IntStream.range(0, turn.messages().size()).boxed();
  }

  private static boolean isShown(Content content) {
    return content instanceof Content.Media media
        && (media.type() == Type.IMAGE || media.type() == Type.DOCUMENT);
  }
}
