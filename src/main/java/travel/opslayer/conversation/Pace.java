package travel.opslayer.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import travel.opslayer.inbox.Event;
import travel.opslayer.message.Content;

/**
 * How long bubbles are waited for, as staff have set it.
 *
 * @param customers after their last bubble
 * @param staff after their last bubble
 * @param greeting after a bubble that only greets: nobody writes just to say hello
 * @param album after the last picture or video of a colleague: albums arrive one by one
 * @param late when a phone was without a signal, and all of it comes at once
 * @param greets does this text only greet?
 * @param keyword is this text complete by itself, such as STOP?
 * @param trouble does this text tell of trouble? Then nothing that follows is waited for longer
 */
public record Pace(
    Duration customers,
    Duration staff,
    Duration greeting,
    Duration album,
    Late late,
    Predicate<String> greets,
    Predicate<String> keyword,
    Predicate<String> trouble) {

  /** Waits for nobody. */
  public static final Pace NONE =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, text -> false, text -> true);

  public Pace(
      Duration customers,
      Duration staff,
      Duration greeting,
      Predicate<String> greets,
      Predicate<String> keyword) {
    this(customers, staff, greeting, staff, Late.NEVER, greets, keyword, text -> false);
  }

  /**
   * News that waited on a phone in a valley: they come out of order, and faster than anybody types.
   *
   * @param roles whose phones are out of reach at times
   * @param messages so many of them
   * @param span written within this time; an album is one
   * @param silence after so long without a word
   * @param held or one that was on its way for so long
   * @param quiet then it is waited until nothing has come for so long
   * @param most and never longer than this
   */
  public record Late(
      Set<String> roles,
      int messages,
      Duration span,
      Duration silence,
      Duration held,
      Duration quiet,
      Duration most) {

    static final Late NEVER =
        new Late(
            Set.of(),
            Integer.MAX_VALUE,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO);

    public Late {
      roles = Set.copyOf(roles);
    }

    public boolean isOf(Person person) {
      return roles.contains(person.role());
    }

    /** Are they so many that they are news by themselves, if it was silent before? */
    public boolean isMany(List<Event> bubbles) {
      var album = bubbles.stream().filter(Late::isShown).limit(1);
      var told = bubbles.stream().filter(Event::isMessage).filter(it -> !isShown(it));
      var at = Stream.concat(album, told).map(Event::occurredAt).sorted().toList();
      for (var i = messages - 1; i < at.size(); i++) {
        if (!at.get(i).isAfter(at.get(i - messages + 1).plus(span))) {
          return true;
        }
      }
      return false;
    }

    /** Was one of them so long on its way that others may be? */
    boolean isHeld(List<Event> bubbles) {
      return bubbles.stream().anyMatch(it -> !it.receivedAt().isBefore(it.occurredAt().plus(held)));
    }

    /** When nothing more is waited for. */
    Instant complete(List<Event> bubbles) {
      var received = bubbles.stream().map(Event::receivedAt).sorted().toList();
      var quietAt = received.getLast().plus(quiet);
      var latest = received.getFirst().plus(most);
      return quietAt.isBefore(latest) ? quietAt : latest;
    }

    private static boolean isShown(Event event) {
      return event.isMessage() && event.message().content() instanceof Content.Media;
    }
  }

  Bursts bursts(Person person) {
    return person.isStaff()
        ? new Bursts(staff, staff, staff.isZero() ? staff : album, greets, keyword, trouble)
        : new Bursts(
            customers,
            customers.isZero() ? customers : greeting,
            customers,
            greets,
            keyword,
            trouble);
  }
}
