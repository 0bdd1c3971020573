package travel.opslayer.conversation;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long bubbles are waited for, as staff have set it.
 *
 * @param customers after their last bubble
 * @param staff after their last bubble
 * @param greeting after a bubble that only greets: nobody writes just to say hello
 * @param album after the last picture or video of a colleague: albums arrive one by one
 * @param greets does this text only greet?
 * @param keyword is this text complete by itself, such as STOP?
 */
public record Pace(
    Duration customers,
    Duration staff,
    Duration greeting,
    Duration album,
    Predicate<String> greets,
    Predicate<String> keyword) {

  /** Waits for nobody. */
  public static final Pace NONE =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, text -> false, text -> true);

  public Pace(
      Duration customers,
      Duration staff,
      Duration greeting,
      Predicate<String> greets,
      Predicate<String> keyword) {
    this(customers, staff, greeting, staff, greets, keyword);
  }

  Bursts bursts(Person person) {
    return person.isStaff()
        ? new Bursts(staff, staff, staff.isZero() ? staff : album, greets, keyword)
        : new Bursts(
            customers, customers.isZero() ? customers : greeting, customers, greets, keyword);
  }
}
