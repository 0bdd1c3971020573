package travel.opslayer.capability.media;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.PhotoConsents;
import travel.opslayer.media.PhotoConsents.Word;
import travel.opslayer.media.TripOfSender;
import travel.opslayer.sale.SaleTalk;

/** May everybody see a photo? Whoever is on it decides, and whoever says no later is right. */
@Factory
final class Publishing {

  private static final Duration PHOTO_DAYS = Duration.ofDays(30);

  /** What the answers need. */
  @Singleton
  record Album(MediaShelf shelf, PhotoConsents consents, MediaTrips trips, SaleTalk talk) {

    Optional<MediaItem> meant(ActionCall call) {
      return call.fact("media_code").flatMap(it -> shelf.byCode(call.sql(), call.tenant(), it));
    }

    ActionResult about(ActionCall call, MediaItem item) {
      return ActionResult.about(item.code())
          .with("media", item.code())
          .with("company", call.desk().tenant().name())
          .with("trip", MediaTrips.trip(item))
          .with(
              "name",
              talk.contact(call, item.person()).map(it -> it.person().firstName()).orElse(null));
    }

    void answer(ActionCall call, MediaItem item, String answer, String scope, String state) {
      var word =
          new Word(
              call.id("consent " + item.code()),
              call.person().id(),
              answer,
              scope,
              call.asked().turn().eventIds().getFirst());
      consents.answer(call.sql(), call.tenant(), item, word, state, call.now());
    }
  }

  @Singleton
  ActionHandler askPublish(Album album) {
    return new Ask(album);
  }

  @Singleton
  ActionHandler publishAll(Album album) {
    return new Answer("publish_all", "given", "all", album);
  }

  @Singleton
  ActionHandler publishMe(Album album) {
    return new Answer("publish_me", "given", "own", album);
  }

  @Singleton
  ActionHandler publishNo(Album album) {
    return new Answer("publish_no", "refused", "none", album);
  }

  @Singleton
  ActionHandler unpublish(Album album) {
    return new TakeBack(album);
  }

  @Singleton
  ActionHandler objectPhotos(Album album, TripOfSender trips) {
    return new Objection(album, trips);
  }

  /** Each photo that may show whoever objected is decided by itself. */
  @Singleton
  ActionHandler blockPhoto(Album album) {
    return new Move("block_photo", album);
  }

  /** A colleague has looked: they are not on it. */
  @Singleton
  ActionHandler clearPhoto(Album album) {
    return new Move("clear_photo", album);
  }

  private record Ask(Album album) implements ActionHandler {

    @Override
    public String name() {
      return "ask_publish";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var trip = album.trips().of(call).orElse(null);
      var ends = album.trips().ends(call, trip).orElse(call.now());
      var shown =
          album
              .shelf()
              .ofMessages(call.sql(), call.tenant(), call.asked().turn().eventIds())
              .stream()
              .findFirst();
      if (shown.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("media/which_photo");
      }
      var filing = Filings.of(call, call.decision(), shown.get().message(), trip, ends);
      var item =
          album.shelf().file(call.sql(), call.tenant(), call.id("media"), filing, call.now());
      var asked =
          Moves.to(call, "photo")
              .map(it -> album.consents().move(call.sql(), call.tenant(), item, it))
              .orElse(item);
      return album
          .about(call, asked)
          .due("keep_until", asked.keepUntil())
          .noting("publish_asked", "May it be published?");
    }
  }

  private record Answer(String name, String answer, String scope, Album album)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var item = album.meant(call).filter(it -> it.deletedAt() == null).orElse(null);
      var state = Moves.to(call, "photo").orElse(null);
      if (item == null || state == null) {
        return ActionResult.about(call.asked().subject()).refusing("media/gone");
      }
      album.answer(call, item, answer, scope, state);
      return album
          .about(call, item)
          .noting("consent", "To publish: %s, %s.".formatted(answer, scope));
    }
  }

  /** One that is named, or all that they have ever agreed to. */
  private record TakeBack(Album album) implements ActionHandler {

    @Override
    public String name() {
      return "unpublish";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var named = album.meant(call);
      var all =
          named.isPresent()
              ? named.stream().toList()
              : album.consents().of(call.sql(), call.tenant(), call.person().id());
      var codes = new ArrayList<String>();
      for (var it : all) {
        var state = Moves.ifWere(call, "media_publish", it.talk().publish(), "photo");
        if (state.isPresent() && call.person().id().equals(it.person())) {
          album.answer(call, it, "withdrawn", "none", state.get());
          codes.add(it.code());
        }
      }
      if (codes.isEmpty()) {
        return ActionResult.about(call.asked().subject()).refusing("media/nothing_published");
      }
      return ActionResult.about(codes.getFirst())
          .with("count", codes.size())
          .with("media", String.join(", ", codes))
          .with("name", call.person().firstName())
          .noting("unpublished", "Consent was taken back.");
    }
  }

  private record Objection(Album album, TripOfSender trips) implements ActionHandler {

    @Override
    public String name() {
      return "object_photos";
    }

    @Override
    public ActionResult run(ActionCall call) {
      UUID person = call.person().id();
      var trip = trips.trip(call.sql(), call.tenant(), person, call.now()).orElse(null);
      var since = call.now().minus(call.length("look_back").orElse(PHOTO_DAYS));
      album
          .consents()
          .object(
              call.sql(),
              call.tenant(),
              person,
              trip,
              call.asked().turn().eventIds().getFirst(),
              call.now());
      var result = ActionResult.about(call.asked().subject());
      for (var it : album.consents().mayShow(call.sql(), call.tenant(), person, trip, since)) {
        result = result.then("photo_objected", it.code());
      }
      return result;
    }
  }

  private record Move(String name, Album album) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var item = album.meant(call).orElse(null);
      var state = Moves.to(call, "photo").orElse(null);
      if (item == null || state == null) {
        return ActionResult.about(call.asked().subject()).refusing("media/gone");
      }
      album.consents().move(call.sql(), call.tenant(), item, state);
      return album
          .about(call, item)
          .with("guest", call.person().firstName())
          .noting(name, "May it be published: %s.".formatted(state));
    }
  }
}
