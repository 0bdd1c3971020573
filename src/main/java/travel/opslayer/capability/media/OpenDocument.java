package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.time.Duration;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.OpenLinks;
import travel.opslayer.reply.Moment;
import travel.opslayer.settings.Settings;

/**
 * A colleague for whose role it was filed sees it on a page of ours. It never leaves by WhatsApp:
 * what is on a phone is there for ever.
 */
@Singleton
final class OpenDocument implements ActionHandler {

  private static final Duration USUAL = Duration.ofMinutes(10);

  private final MediaShelf shelf;
  private final OpenLinks links;
  private final Settings settings;

  OpenDocument(MediaShelf shelf, OpenLinks links, Settings settings) {
    this.shelf = shelf;
    this.links = links;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "open_document";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var item =
        call.fact("media_code")
            .flatMap(it -> shelf.byCode(call.sql(), call.tenant(), it))
            .filter(it -> shelf.mayOpen(it, call.person().role(), call.now()))
            .orElse(null);
    if (item == null) {
      return ActionResult.about(call.asked().subject()).refusing("media/gone");
    }
    if (!item.bytes().state().equals(MediaItem.AVAILABLE)) {
      return ActionResult.about(item.code()).with("media", item.code()).refusing("media/not_here");
    }
    var until = call.now().plus(call.length("link_for").orElse(USUAL));
    var path =
        links.make(
            call.sql(),
            call.tenant(),
            call.id("open"),
            item,
            call.person().id(),
            call.person().role(),
            until);
    return ActionResult.about(item.code())
        .with("media", item.code())
        .with("kind", item.kind())
        .with("purpose", item.purpose())
        .with("trip", MediaTrips.trip(item))
        .with("link", settings.payments().publicUrl().resolve(path).toString())
        .with("until", new Moment(until, call.desk().tenant().zone()))
        .noting("link", "A link to see it was given.");
  }
}
