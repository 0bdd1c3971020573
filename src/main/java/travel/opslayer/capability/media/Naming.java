package travel.opslayer.capability.media;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;

/** Whoever sent something says what it is, and whose. */
@Factory
final class Naming {

  /** It is filed as what they say; the next question is whose it is. */
  @Singleton
  ActionHandler nameDocument(MediaShelf shelf, MediaTrips trips) {
    return new Refile("name_document", shelf, trips);
  }

  /** It only looked like one. */
  @Singleton
  ActionHandler notDocument(MediaShelf shelf, MediaTrips trips) {
    return new Refile("not_document", shelf, trips);
  }

  @Singleton
  ActionHandler nameOwner(MediaShelf shelf) {
    return new Owner(shelf);
  }

  /** The clock brings it when a picture that was filed turns out to look like a document. */
  @Singleton
  ActionHandler askDocument(MediaShelf shelf, MediaTrips trips) {
    return new Refile("ask_document", shelf, trips);
  }

  private record Refile(String name, MediaShelf shelf, MediaTrips trips) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var meant = meant(call, shelf).filter(it -> it.deletedAt() == null);
      if (meant.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("media/gone");
      }
      var item = meant.get();
      var ends = trips.ends(call, MediaTrips.trip(item)).orElse(call.now());
      var filing = Filings.of(call, call.decision(), item.message(), item.subject(), ends);
      var filed = shelf.refile(call.sql(), call.tenant(), item, filing);
      Filings.question(call)
          .ifPresentOrElse(
              it -> shelf.ask(call.sql(), call.tenant(), filed, it, call.now()),
              () -> shelf.answered(call.sql(), call.tenant(), filed));
      return ActionResult.about(filed.code())
          .with("media", filed.code())
          .with("kind", filed.kind())
          .with("purpose", filed.purpose())
          .with("trip", MediaTrips.trip(filed))
          .with("openFor", String.join(", ", filed.roles()))
          .with("keepDays", Filings.keep(call.decision()).toDays())
          .due("keep_until", filed.keepUntil())
          .noting("named", "%s, for: %s.".formatted(filed.kind(), filed.purpose()));
    }
  }

  private record Owner(MediaShelf shelf) implements ActionHandler {

    @Override
    public String name() {
      return "name_owner";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var meant = meant(call, shelf).orElse(null);
      var said = String.join(" ", call.asked().turn().bubbles()).strip();
      if (meant == null || said.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("media/gone");
      }
      var item = shelf.owner(call.sql(), call.tenant(), meant, said);
      shelf.answered(call.sql(), call.tenant(), item);
      return ActionResult.about(item.code())
          .with("media", item.code())
          .with("owner", said)
          .with("trip", MediaTrips.trip(item))
          .noting("owner", "Whose it is was written down.");
    }
  }

  private static Optional<MediaItem> meant(ActionCall call, MediaShelf shelf) {
    @Nullable String code = call.fact("media_code").orElse(null);
    return Optional.ofNullable(code).flatMap(it -> shelf.byCode(call.sql(), call.tenant(), it));
  }
}
