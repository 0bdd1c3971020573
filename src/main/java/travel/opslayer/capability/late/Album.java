package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.MediaShelf.Filing;
import travel.opslayer.trip.Trip;

/**
 * The pictures that came with late news: all are filed to the trip, and none is lost in silence.
 */
@Singleton
final class Album {

  private static final Duration USUAL = Duration.ofDays(30);

  private final MediaShelf shelf;

  Album(MediaShelf shelf) {
    this.shelf = shelf;
  }

  /** What looks like a document stays closed, and its sender is asked what it is. */
  ActionResult file(ActionCall call, Trip trip, ActionResult result) {
    var shown = shelf.ofMessages(call.sql(), call.tenant(), call.asked().turn().eventIds());
    var lost = shown.stream().filter(it -> it.untold() != null).toList();
    var filed = new ArrayList<MediaItem>();
    var told = result;
    for (var it : shown) {
      if (lost.contains(it)) {
        continue;
      }
      if (it.bytes().looks() == null) {
        filed.add(file(call, trip, it));
      } else {
        told = told.then("media_looks", it.code());
      }
    }
    shelf.told(call.sql(), call.tenant(), lost, call.now());
    return counted(told, shown, filed, lost.size());
  }

  private MediaItem file(ActionCall call, Trip trip, MediaItem item) {
    var keep = call.length("keep_for").orElse(USUAL);
    return shelf.file(
        call.sql(),
        call.tenant(),
        call.id("media " + item.message()),
        new Filing(
            call.person().id(),
            item.message(),
            call.decision().assigned("class").orElse("photo"),
            call.decision().assigned("purpose").orElse("trip"),
            roles(call),
            trip.code(),
            trip.endsAt().plus(keep),
            Consent.NOT_ASKED,
            call.asked().turn().id()),
        call.now());
  }

  private static List<String> roles(ActionCall call) {
    return call.decision().assigned("open_for").stream()
        .flatMap(it -> Stream.of(it.split("[,/\\s]+")))
        .filter(it -> !it.isBlank())
        .toList();
  }

  private static ActionResult counted(
      ActionResult result, List<MediaItem> shown, List<MediaItem> filed, int lost) {
    var stored =
        (int) shown.stream().filter(it -> it.bytes().state().equals(MediaItem.AVAILABLE)).count();
    var told =
        result
            .with("photos", some(shown.size()))
            .with("stored", stored)
            .with("allStored", stored == shown.size() ? "yes" : null)
            .with("onTheWay", some(shown.size() - stored - lost))
            .with("lost", some(lost));
    return filed.isEmpty()
        ? told
        : told.showing("media_ends", filed.getFirst().code())
            .due("keep_until", filed.getFirst().keepUntil());
  }

  private static @Nullable Integer some(int count) {
    return count <= 0 ? null : count;
  }
}
