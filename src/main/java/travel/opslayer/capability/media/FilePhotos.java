package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.reply.Moment;

/**
 * Photos of those who work on a trip are filed to it, an album at once. What looks like a document
 * is filed as one until somebody says otherwise.
 */
@Singleton
final class FilePhotos implements ActionHandler {

  private final MediaShelf shelf;
  private final MediaTrips trips;

  FilePhotos(MediaShelf shelf, MediaTrips trips) {
    this.shelf = shelf;
    this.trips = trips;
  }

  @Override
  public String name() {
    return "file_photos";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var trip = trips.of(call).orElse(null);
    var ends = trips.ends(call, trip).orElse(call.now());
    var shown = shelf.ofMessages(call.sql(), call.tenant(), call.asked().turn().eventIds());
    var lost = shown.stream().filter(it -> it.untold() != null).toList();
    var filed = new ArrayList<MediaItem>();
    var closed = new ArrayList<MediaItem>();
    for (var it : shown) {
      if (!lost.contains(it)) {
        (it.bytes().looks() == null ? filed : closed).add(file(call, it, trip, ends));
      }
    }
    shelf.told(call.sql(), call.tenant(), lost, call.now());
    if (!closed.isEmpty()) {
      shelf.ask(call.sql(), call.tenant(), closed.getFirst(), "what", call.now());
    }
    return told(call, filed, closed, trip).with("lost", some(lost.size()));
  }

  private MediaItem file(ActionCall call, MediaItem item, @Nullable String trip, Instant ends) {
    var looks = item.bytes().looks();
    var decision = looks == null ? call.decision() : call.wouldBe("media_shown", looks);
    return shelf.file(
        call.sql(),
        call.tenant(),
        call.id("media " + item.message()),
        Filings.of(call, decision, item.message(), trip, ends),
        call.now());
  }

  private static ActionResult told(
      ActionCall call, List<MediaItem> filed, List<MediaItem> closed, @Nullable String trip) {
    var all = new ArrayList<>(filed);
    all.addAll(closed);
    if (all.isEmpty()) {
      return ActionResult.NOTHING;
    }
    var again = all.stream().filter(it -> it.bytes().sameAs() != null).count();
    var first = all.getFirst();
    var result =
        ActionResult.about(first.code())
            .with("count", all.size() - again)
            .with("again", some(again))
            .with("trip", trip)
            .with("at", new Moment(call.asked().turn().happenedAt(), call.desk().tenant().zone()))
            .with("private", some(closed.size()))
            .noting("filed", "%d photos.".formatted(all.size()));
    if (!filed.isEmpty()) {
      result = result.due("keep_until", filed.getFirst().keepUntil());
    }
    return closed.isEmpty()
        ? result
        : result
            .showing("answer", closed.getFirst().code())
            .showing("document_ends", closed.getFirst().code())
            .due("document_until", closed.getFirst().keepUntil());
  }

  private static @Nullable Long some(long count) {
    return count == 0 ? null : count;
  }
}
