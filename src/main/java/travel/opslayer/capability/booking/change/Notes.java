package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.change.Change;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.MediaShelf.Filing;

/**
 * What people send to say why they need more than the terms: for those alone who decide, and for a
 * short while after it was decided.
 */
@Singleton
final class Notes {

  private static final Duration USUAL = Duration.ofDays(30);

  private final MediaShelf shelf;

  Notes(MediaShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * @param decided when it is decided at the latest
   */
  ActionResult file(
      ActionCall call, Change change, String role, Instant decided, ActionResult result) {
    var keep = call.length("keep_for").orElse(USUAL);
    for (var event : call.asked().turn().eventIds()) {
      var filing =
          new Filing(
              call.person().id(),
              event,
              call.fact("media_shown").orElse("other"),
              "exception",
              List.of(role),
              change.code(),
              decided.plus(keep),
              Consent.NOT_ASKED);
      var item =
          shelf.file(call.sql(), call.tenant(), call.id("note " + event), filing, call.now());
      result = until(item, result);
    }
    return result.with("keepDays", keep.toDays());
  }

  /** From now on their time runs. */
  ActionResult decided(ActionCall call, Change change, ActionResult result) {
    var keep = call.length("keep_for").orElse(USUAL);
    var end = call.now().plus(keep);
    for (var it : shelf.ofSubject(call.sql(), call.tenant(), change.code())) {
      result = until(shelf.keep(call.sql(), call.tenant(), it, end), result);
    }
    return result.with("keepDays", keep.toDays());
  }

  /** The timer deletes it by its own code, and looks whether its time is over. */
  private static ActionResult until(MediaItem item, ActionResult result) {
    return result
        .with("media", item.code())
        .due("keep_until", item.keepUntil())
        .showing("media_ends", item.code());
  }
}
