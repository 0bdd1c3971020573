package travel.opslayer.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.message.Alias;
import travel.opslayer.message.OutboundContent;

/**
 * One message on its way out, as the outbox took it for sending.
 *
 * @param person who it is for; consent is theirs
 * @param category answer, service, alarm or marketing
 * @param content to somebody who has written within 24 hours
 * @param approved the same as an approved template; null when it is sealed in {@code content}
 * @param windowUntil free text may be sent until then
 * @param attempts this one included
 */
record Parcel(
    UUID id,
    String channel,
    UUID person,
    String category,
    Alias to,
    OutboundContent content,
    OutboundContent.@Nullable Template approved,
    @Nullable Instant windowUntil,
    int attempts) {

  static final String ALARM = "alarm";

  boolean isAlarm() {
    return category.equals(ALARM);
  }

  /** Nothing personal: this text may reach a log. */
  @Override
  public String toString() {
    return "message " + id;
  }
}
