package travel.opslayer.capability.late;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.trip.Happening;

/**
 * What one message of late news tells.
 *
 * @param message id of its event
 * @param at when it happened, as they say; else when it was written
 * @param trust of that time: seen, claimed or low
 * @param number how many people, or nights; null when none are counted
 * @param people for how many a night is wanted; null when they do not say, and of all else
 * @param label it in a few words, without the time
 * @param category of a trouble; null of all else
 * @param over of a trouble: do they say that it is over?
 * @param words as they wrote it
 */
record Line(
    Kind kind,
    UUID message,
    Instant at,
    String trust,
    @Nullable Integer number,
    @Nullable Integer people,
    String label,
    LateFact.@Nullable Category category,
    boolean over,
    String words) {

  /** What it is. */
  enum Kind {
    REPORT,
    PHOTOS,
    TROUBLE,
    SOLVED,
    NIGHT,
    NO_NIGHT,
    OTHER
  }

  boolean isTimed() {
    return !trust.equals(Happening.SEEN);
  }

  boolean isDoubtful() {
    return trust.equals(Happening.LOW);
  }

  Line solved() {
    return new Line(kind, message, at, trust, number, people, label, category, true, words);
  }

  /** Never the words: this text may reach a log. */
  @Override
  public String toString() {
    return kind.name();
  }
}
