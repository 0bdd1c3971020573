package travel.opslayer.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Turn;
import travel.opslayer.facts.words.Understanding;

/**
 * A turn, read; or a part of one that is a request of its own.
 *
 * @param turn with the id of the part, where it is one
 * @param subject the code of the object meant: of the tapped choice, the quoted message, a code in
 *     the words, or the timer; null when none is named
 * @param version of the object when the choice or message was made that names it; null when it is
 *     not named so
 * @param quotesUs does it quote or tap a message of ours?
 * @param part which request of the turn it is
 * @param each what each message says by itself, where the turn stays whole; else empty
 */
public record Asked(
    Turn turn,
    Understanding understanding,
    @Nullable String subject,
    @Nullable Long version,
    boolean quotesUs,
    Part part,
    List<Understanding> each) {

  public Asked {
    each = List.copyOf(each);
  }

  Asked(
      Turn turn,
      Understanding understanding,
      @Nullable String subject,
      @Nullable Long version,
      boolean quotesUs,
      Part part) {
    this(turn, understanding, subject, version, quotesUs, part, List.of());
  }

  /** Stands between the code of an object and its version, in choices and messages. */
  public static final String VERSION = "~";

  /**
   * Which request of a turn.
   *
   * @param whole id of the turn
   * @param place 0 for the first, or only, request
   * @param apart whether it is answered with a message of its own, such as something that is shown
   * @param implied whether it only tells who, what or when, beside what is asked in words
   */
  public record Part(UUID whole, int place, boolean apart, boolean implied) {

    static Part only(Turn turn) {
      return new Part(turn.id(), 0, false, false);
    }
  }

  public Asked(Turn turn, Understanding understanding, @Nullable String subject, boolean quotesUs) {
    this(turn, understanding, subject, null, quotesUs, Part.only(turn));
  }

  /**
   * The same about an object, as choices and messages name it: {@code Q-118} or {@code Q-118~2}.
   */
  static Asked about(
      Turn turn, Understanding understanding, @Nullable String named, boolean quotesUs) {
    var at = named == null ? -1 : named.indexOf(VERSION);
    return named == null || at < 0
        ? new Asked(turn, understanding, named, quotesUs)
        : new Asked(
            turn,
            understanding,
            named.substring(0, at),
            version(named, at + 1),
            quotesUs,
            Part.only(turn));
  }

  /**
   * As if this had been tapped instead, to ask what the rules would say of it.
   *
   * @param place tells it from other such taps
   */
  public Asked tapping(String place, String action, @Nullable String about) {
    var choice = about == null ? action : action + '@' + about;
    return about(turn.tapping(place, choice), Listener.SILENCE, about, true);
  }

  /** The same, in one of the sender's roles. */
  public Asked as(String role) {
    return new Asked(turn.as(role), understanding, subject, version, quotesUs, part, each);
  }

  /** The same request about one of the things that it means. */
  Asked about(int place, String one) {
    var which = new Part(part.whole(), place, false, false);
    return new Asked(turn.part(place), understanding, one, null, quotesUs, which);
  }

  /** The same, which is one however much it asks. */
  Asked whole(List<Understanding> each) {
    return new Asked(turn, understanding, subject, version, quotesUs, part, each);
  }

  /** A request of this turn, to be decided by itself. */
  Asked request(Turn of, Understanding words, Part which) {
    return new Asked(of, words, subject, version, quotesUs, which);
  }

  /**
   * What can be decided at once: the first requests of all turns, then the second ones, which see
   * what came of the first. There is one round unless a turn holds several requests.
   */
  public static List<List<Asked>> rounds(List<Asked> all) {
    if (all.stream().allMatch(it -> it.part().place() == 0)) {
      return List.of(all);
    }
    var rounds = new ArrayList<List<Asked>>();
    for (var asked : all) {
      while (rounds.size() <= asked.part().place()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(asked.part().place()).add(asked);
    }
    return rounds;
  }

  /** Whatever a phone sends: what is no number is no version that there is. */
  private static long version(String named, int from) {
    var digits = named.substring(from);
    return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : -1;
  }
}
