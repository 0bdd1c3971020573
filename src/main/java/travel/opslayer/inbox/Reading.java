package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Line;
import travel.opslayer.crypto.Vault;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.time.Ids;

/** Makes rows of what came in: sealed, with blind keys, each event with its place in the body. */
@Singleton
final class Reading {

  private final Vault vault;
  private final Ids ids;

  Reading(Vault vault, Ids ids) {
    this.vault = vault;
    this.ids = ids;
  }

  Delivery of(Line line, byte[] body, List<InboundEvent> events, Instant now) {
    var kept = new ArrayList<Kept>();
    var statuses = new ArrayList<KeptStatus>();
    for (var place = 0; place < events.size(); place++) {
      switch (events.get(place)) {
        case InboundEvent.Message it -> kept.add(message(line, it, place, now));
        case InboundEvent.Status it -> statuses.add(status(line, it, now));
        case InboundEvent.Notice it ->
            kept.add(other(line, Kept.Kind.NOTICE, body, place, now, null));
        case InboundEvent.Unreadable(var reason) ->
            kept.add(other(line, Kept.Kind.UNREADABLE, body, place, now, reason));
      }
    }
    var sealed = vault.seal(line.tenant(), "webhook_bodies.body", body);
    return new Delivery(line, ids.next(), now, sealed, kept, statuses, InboxWriter.promise());
  }

  Kept due(int tenant, String timer, String subject, Instant dueAt, byte[] lane) {
    var key = providerKey(tenant, timer + ' ' + subject + ' ' + dueAt);
    return new Kept(ids.next(), "", Kept.Kind.TIMER, key, lane, 0, dueAt, null);
  }

  /** The same for the same bytes, so that a repeated dead letter is one. */
  UUID bodyId(Line line, byte[] body) {
    return UUID.nameUUIDFromBytes(
        (line.name() + digest(body)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Kept message(Line line, InboundEvent.Message message, int place, Instant now) {
    var lane = Inbox.lane(vault, line.tenant(), line.name(), message.sender().address());
    var sentAt = message.sentAt() == null ? now : message.sentAt();
    var key = providerKey(line.tenant(), message.id());
    return new Kept(ids.next(), line.name(), Kept.Kind.MESSAGE, key, lane, place, sentAt, null);
  }

  private Kept other(
      Line line, Kept.Kind kind, byte[] body, int place, Instant now, @Nullable String reason) {
    var key = providerKey(line.tenant(), digest(body) + ' ' + place);
    return new Kept(ids.next(), line.name(), kind, key, key, place, now, reason);
  }

  private KeptStatus status(Line line, InboundEvent.Status status, Instant now) {
    return new KeptStatus(
        ids.next(),
        line.name(),
        providerKey(line.tenant(), status.messageId()),
        uuid(status.ourId()),
        status.word(),
        status.status() == null ? 0 : status.status().ordinal() + 1,
        status.at() == null ? now : status.at(),
        status.error());
  }

  private byte[] providerKey(int tenant, String id) {
    return vault.index(tenant, "provider", id);
  }

  /** Other systems on the same number may put other things there. */
  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null || text.length() != 36 ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
