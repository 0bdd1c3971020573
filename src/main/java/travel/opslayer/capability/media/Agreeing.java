package travel.opslayer.capability.media;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf;

/** Whether whoever a document shows agrees, and what becomes of it then. */
@Factory
final class Agreeing {

  @Singleton
  ActionHandler agreeMedia(MediaShelf shelf) {
    return new Answer("agree_media", Consent.GIVEN, false, shelf);
  }

  /** Who does not agree is not kept. */
  @Singleton
  ActionHandler refuseMedia(MediaShelf shelf) {
    return new Answer("refuse_media", Consent.REFUSED, true, shelf);
  }

  /** The timer comes when its time is over; one that comes too early changes nothing. */
  @Singleton
  ActionHandler deleteMedia(MediaShelf shelf) {
    return new Ending(shelf);
  }

  private record Answer(String name, Consent consent, boolean deletes, MediaShelf shelf)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var meant = meant(call, shelf);
      if (meant == null || meant.deletedAt() != null) {
        return ActionResult.about(call.asked().subject()).refusing("media/gone");
      }
      var item = shelf.consent(call.sql(), call.tenant(), meant, consent, call.now());
      if (deletes) {
        shelf.delete(call.sql(), call.tenant(), item, call.now());
      }
      return ActionResult.about(item.code())
          .with("media", item.code())
          .with("purpose", item.purpose())
          .noting(name, "Consent: %s.".formatted(consent));
    }
  }

  private record Ending(MediaShelf shelf) implements ActionHandler {

    @Override
    public String name() {
      return "delete_media";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = meant(call, shelf);
      if (meant == null || meant.deletedAt() != null || meant.keepUntil().isAfter(call.now())) {
        return ActionResult.about(call.asked().subject());
      }
      var item = shelf.delete(call.sql(), call.tenant(), meant, call.now());
      others(call, item).forEach(it -> shelf.delete(call.sql(), call.tenant(), it, call.now()));
      return ActionResult.about(item.code()).noting("deleted", "Its time was over.");
    }

    /** What came with it, such as the second page: its time is over as well. */
    private List<MediaItem> others(ActionCall call, MediaItem item) {
      var subject = item.subject();
      var album = item.about().album();
      return Stream.concat(
              subject == null
                  ? Stream.of()
                  : shelf.ofSubject(call.sql(), call.tenant(), subject).stream(),
              album == null
                  ? Stream.of()
                  : shelf.ofAlbum(call.sql(), call.tenant(), album).stream())
          .distinct()
          .filter(it -> !it.keepUntil().isAfter(call.now()))
          .toList();
    }
  }

  private static @Nullable MediaItem meant(ActionCall call, MediaShelf shelf) {
    return call.fact("media_code")
        .flatMap(it -> shelf.byCode(call.sql(), call.tenant(), it))
        .orElse(null);
  }
}
