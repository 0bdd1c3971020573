package travel.opslayer.conversation;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long bubbles are waited for, as staff have set it.
 *
 * @param customers after their last bubble
 * @param staff after their last bubble
 * @param greeting after a bubble that only greets: nobody writes just to say hello
 * @param greets does this text only greet?
 * @param keyword is this text complete by itself, such as STOP?
 */
public record Pace(
    Duration customers,
    Duration staff,
    Duration greeting,
    Predicate<String> greets,
    Predicate<String> keyword) {

  /** Waits for nobody. */
  public static final Pace NONE =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, text -> false, text -> true);

  Bursts bursts(Person person) {
    return person.isStaff()
        ? new Bursts(staff, staff, greets, keyword)
        : new Bursts(customers, customers.isZero() ? customers : greeting, greets, keyword);
  }
}
