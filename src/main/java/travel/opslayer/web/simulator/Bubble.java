package travel.opslayer.web.simulator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message, as the page shows it.
 *
 * @param id what a quote of it names
 * @param direction in, to the business; or out, to the person
 * @param content all that a message brings beside its words: media, the choice that was tapped
 * @param opener the title of the button that opens the choices of a list
 * @param replyTo the id of the message that it quotes
 * @param state of one that came in: waiting, answered, dead; of ours: pending, sent, delivered,
 *     read, failed, unknown
 * @param shown whether it is on the phone; one of ours may not be
 * @param decision where it was decided; null while it waits
 */
@Serdeable
record Bubble(
    String id,
    String direction,
    String kind,
    String text,
    Map<String, Object> content,
    List<Choice> choices,
    @Nullable String opener,
    @Nullable String replyTo,
    @Nullable String language,
    String sentAt,
    String state,
    @Nullable String error,
    boolean shown,
    @Nullable String decision) {

  /** One thing to tap. */
  @Serdeable
  record Choice(String id, String title, String description) {

    @Override
    public String toString() {
      return "choice";
    }
  }

  /** Never the words: this text may reach a log. */
  @Override
  public String toString() {
    return direction + ' ' + kind + ' ' + id;
  }
}
