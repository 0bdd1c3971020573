package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.message.InboundEvent;

/** What came in and could not be used, and how it gets another chance. */
@Singleton
public final class DeadLetters {

  private final Database database;
  private final DeadLetterRepository letters;
  private final Inbox inbox;
  private final Channels channels;
  private final Vault vault;

  DeadLetters(
      Database database,
      DeadLetterRepository letters,
      Inbox inbox,
      Channels channels,
      Vault vault) {
    this.database = database;
    this.letters = letters;
    this.inbox = inbox;
    this.channels = channels;
    this.vault = vault;
  }

  /** What became of a dead letter that was taken once more. */
  public sealed interface Replay {

    /** It is in line again, or was before. */
    record Taken() implements Replay {}

    /** Its body is still not what the provider documents. */
    record Unreadable(String reason) implements Replay {}
  }

  /**
   * Puts the event back in line, or reads the body again and keeps what is in it. Twice is
   * harmless: only a dead event is revived, and what the inbox has had before it knows.
   *
   * @throws NotKept when it could not be stored
   */
  public Replay replay(int tenant, UUID id) {
    var letter = letters.get(tenant, id);
    if (letter.event() != null && !letter.unreadable()) {
      revive(tenant, id, letter.event());
      return new Replay.Taken();
    }
    return readAgain(tenant, id, letter);
  }

  /** Both or neither: an event that dies once more opens its letter again. */
  private void revive(int tenant, UUID id, UUID event) {
    database.change(
        tenant,
        sql -> {
          letters.replayed(tenant, id);
          inbox.revive(tenant, event);
        });
  }

  /**
   * An element that could not be read has no id of its own in the inbox, so it is not revived but
   * kept anew, under the provider's id: a late redelivery must find it.
   */
  private Replay readAgain(int tenant, UUID id, DeadLetterRepository.Letter letter) {
    var line = channels.named(letter.channel()).orElse(null);
    if (letter.body() == null || line == null || line.tenant() != tenant) {
      return new Replay.Unreadable(
          "Its body or its channel (%s) is gone.".formatted(letter.channel()));
    }
    try {
      var body = vault.open(tenant, "webhook_bodies.body", letter.body());
      var events = line.channel().parse(body);
      var reason = unreadable(events, letter.place());
      if (reason != null) {
        return new Replay.Unreadable(reason);
      }
      inbox.keep(line, body, events);
      letters.replayed(tenant, id);
      return new Replay.Taken();
    } catch (MalformedPayload e) {
      return new Replay.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String unreadable(List<InboundEvent> events, @Nullable Integer place) {
    if (place != null && place >= events.size()) {
      return "It is no longer where it was in its body.";
    }
    return place != null && events.get(place) instanceof InboundEvent.Unreadable(var reason)
        ? reason
        : null;
  }
}
