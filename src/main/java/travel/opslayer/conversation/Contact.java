package travel.opslayer.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.message.Alias;

/**
 * A person on one line: the thread of messages with them.
 *
 * @param id of the conversation
 * @param address the alias to write to, as it last came
 * @param lane blind index of line and alias, in hex
 * @param windowUntil free text may be sent until then; null when they have never written
 * @param known were they here before this turn?
 */
public record Contact(
    UUID id,
    Person person,
    String channel,
    Alias address,
    String lane,
    @Nullable Instant windowUntil,
    boolean known) {

  public boolean windowOpen(Instant now) {
    return windowUntil != null && now.isBefore(windowUntil);
  }

  Contact as(String role) {
    return new Contact(id, person.as(role), channel, address, lane, windowUntil, known);
  }

  Contact heard(Alias from, Instant until) {
    var later = windowUntil == null || until.isAfter(windowUntil) ? until : windowUntil;
    return new Contact(id, person, channel, from, lane, later, known);
  }
}
