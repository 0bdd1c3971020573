package travel.opslayer.broadcast;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said to many.
 *
 * @param code such as BC-3
 * @param person who wrote it
 * @param audience guests, crew, colleagues
 * @param about the departure or trip, or the role of colleagues; null when all of them are meant
 * @param hash of the words and of everybody who was meant when it was shown, in hex
 * @param people how many it would have gone to then
 * @param state draft, sending, stopped, done, dropped
 * @param until when the question whether to send it is over
 * @param version goes up each time it is shown
 * @param pace so many people a second
 * @param waitSeconds how long what became of the last message is waited for
 * @param startedAt when it began, or was taken up again; null before
 */
public record Broadcast(
    UUID id,
    String code,
    UUID person,
    String audience,
    @Nullable String about,
    String words,
    String hash,
    int people,
    String state,
    Instant until,
    int version,
    int pace,
    int waitSeconds,
    @Nullable Instant startedAt) {

  public static final String GUESTS = "guests";
  public static final String CREW = "crew";
  public static final String COLLEAGUES = "colleagues";

  public static final String DRAFT = "draft";
  public static final String SENDING = "sending";

  /** As it is shown now. */
  public Broadcast showing(String words, String hash, int people, Instant until) {
    return new Broadcast(
        id,
        code,
        person,
        audience,
        about,
        words,
        hash,
        people,
        state,
        until,
        version,
        pace,
        waitSeconds,
        startedAt);
  }

  /** Never the words: this text may reach a log. */
  @Override
  public String toString() {
    return code + " " + state;
  }
}
