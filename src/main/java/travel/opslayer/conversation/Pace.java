package travel.opslayer.conversation;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long bubbles are waited for, as staff have set it.
 *
 * @param customers after their last bubble
 * @param staff after their last bubble
 * @param keyword is this text complete by itself, such as STOP?
 */
public record Pace(Duration customers, Duration staff, Predicate<String> keyword) {

  Bursts bursts(Person person) {
    return new Bursts(person.isStaff() ? staff : customers, keyword);
  }
}
