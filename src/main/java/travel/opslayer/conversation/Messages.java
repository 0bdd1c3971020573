package travel.opslayer.conversation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;

/** Every message, both directions, for ever as it was. */
@Singleton
public final class Messages {

  private final MessageRepository rows;

  Messages(MessageRepository rows) {
    this.rows = rows;
  }

  /**
   * A message of ours.
   *
   * @param content sealed
   * @param template the text's name
   * @param subject code of the object it is about
   */
  public record Sent(
      UUID id,
      Contact to,
      String kind,
      byte[] content,
      String template,
      String language,
      @Nullable String subject,
      UUID decision) {

    @Override
    public String toString() {
      return kind + ' ' + id;
    }
  }

  /** The messages of these turns; their decision has the id of the turn. */
  public void saveHeard(Sql sql, int tenant, List<Turn> turns) {
    rows.saveHeard(sql, tenant, turns.stream().filter(it -> it.timer().isEmpty()).toList());
  }

  public void saveSent(Sql sql, int tenant, List<Sent> sent, Instant now) {
    if (!sent.isEmpty()) {
      rows.saveSent(sql, tenant, sent, now);
    }
  }
}
