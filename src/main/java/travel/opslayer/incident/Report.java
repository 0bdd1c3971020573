package travel.opslayer.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said or showed.
 *
 * @param incident id; null while nobody has said what it is about
 * @param trip code; null when it is of none
 * @param kind of the message: text, image, audio, location and so on
 * @param note their words, or the place; null when there are none
 * @param happenedAt by the provider's clock
 */
public record Report(
    UUID id,
    @Nullable UUID incident,
    @Nullable String trip,
    UUID person,
    String kind,
    @Nullable String note,
    @Nullable UUID message,
    Instant happenedAt) {

  /** Never their words: this text may reach a log. */
  @Override
  public String toString() {
    return "report by " + kind;
  }
}
