package travel.opslayer.capability.media;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;

/** What cannot be kept: its sender is told why, once, and what would help. */
@Factory
final class Rejecting {

  private static final long MEGABYTE = 1024 * 1024;

  @Singleton
  ActionHandler tellRejected(MediaShelf shelf) {
    return new Tell(shelf);
  }

  /** The provider did not pass it on, such as a photo that can be seen once. */
  @Singleton
  ActionHandler askResend() {
    return new Resend();
  }

  private record Tell(MediaShelf shelf) implements ActionHandler {

    @Override
    public String name() {
      return "tell_rejected";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var items = items(call).stream().filter(it -> it.untold() != null).toList();
      if (items.isEmpty()) {
        return ActionResult.about(call.asked().subject());
      }
      shelf.told(call.sql(), call.tenant(), items, call.now());
      return ActionResult.about(items.getFirst().code())
          .with("kind", items.getFirst().bytes().shape())
          .with("imageLimit", limit(call, "image", 5))
          .with("videoLimit", limit(call, "video", 16))
          .with("documentLimit", limit(call, "document", 100))
          .noting("rejected", "It was not kept: %s.".formatted(items.getFirst().bytes().reason()));
    }

    private List<MediaItem> items(ActionCall call) {
      var shown = shelf.ofMessages(call.sql(), call.tenant(), call.asked().turn().eventIds());
      return shown.isEmpty()
          ? call
              .fact("media_code")
              .flatMap(it -> shelf.byCode(call.sql(), call.tenant(), it))
              .stream()
              .toList()
          : shown;
    }

    private static String limit(ActionCall call, String kind, long usual) {
      var bytes = call.desk().parameters().bytes(kind, usual * MEGABYTE);
      return "%d MB".formatted(bytes / MEGABYTE);
    }
  }

  private record Resend() implements ActionHandler {

    @Override
    public String name() {
      return "ask_resend";
    }

    @Override
    public ActionResult run(ActionCall call) {
      return ActionResult.about(call.asked().subject());
    }
  }
}
