package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Desk;
import travel.opslayer.inbox.Event;
import travel.opslayer.inbox.Lane;
import travel.opslayer.media.file.MediaReceipts;
import travel.opslayer.media.file.MediaReceipts.Came;
import travel.opslayer.message.Content;
import travel.opslayer.message.Content.Media.Type;

/**
 * Has the bytes of what is shown fetched, whatever will be decided about it, and as soon as it is
 * seen: while more bubbles are waited for, they come.
 */
@Singleton
final class Receiving {

  private static final Duration USUAL = Duration.ofDays(30);

  private final MediaReceipts receipts;

  Receiving(MediaReceipts receipts) {
    this.receipts = receipts;
  }

  void receive(Sql sql, List<Lane> lanes, List<Turn> turns, Desk desk) {
    var tenant = desk.tenant().id();
    var came = lanes.stream().flatMap(Receiving::came).toList();
    if (came.isEmpty()) {
      return;
    }
    receipts.receive(sql, tenant, came, desk.parameters().duration("P-RETAIN", USUAL));
    for (var turn : turns) {
      var shown = shown(turn);
      if (!shown.isEmpty()) {
        receipts.sentBy(sql, tenant, turn.contact().person().id(), shown);
      }
    }
  }

  private static Stream<Came> came(Lane lane) {
    return lane.events().stream().filter(Receiving::isShown).map(it -> came(lane, it));
  }

  private static List<UUID> shown(Turn turn) {
    return turn.events().stream().filter(Receiving::isShown).map(Event::id).toList();
  }

  /** Stickers say what a smile says. */
  private static boolean isShown(Event event) {
    return event.isMessage()
        && event.message().content() instanceof Content.Media media
        && media.type() != Type.STICKER;
  }

  private static Came came(Lane lane, Event event) {
    var media = (Content.Media) event.message().content();
    return new Came(
        event.id(),
        media.kind(),
        media.mediaId(),
        event.channel(),
        lane.key(),
        event.occurredAt(),
        event.receivedAt());
  }
}
