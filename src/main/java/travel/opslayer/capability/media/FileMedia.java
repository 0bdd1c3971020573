package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;

/** A document is filed as the tables say; it is passed on to nobody. */
@Singleton
final class FileMedia implements ActionHandler {

  private final MediaShelf shelf;
  private final MediaTrips trips;
  private final Leads leads;

  FileMedia(MediaShelf shelf, MediaTrips trips, Leads leads) {
    this.shelf = shelf;
    this.trips = trips;
    this.leads = leads;
  }

  @Override
  public String name() {
    return "file_media";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var lead =
        call.fact("lead_code")
            .flatMap(it -> leads.byCode(call.sql(), call.tenant(), it))
            .orElse(null);
    var subject = lead == null ? trips.of(call).orElse(null) : lead.code();
    var departure = lead == null ? subject : lead.departure();
    var ends = trips.ends(call, departure).orElse(call.now());
    MediaItem first = null;
    for (var message : call.asked().turn().eventIds()) {
      var item = file(call, message, Filings.of(call, call.decision(), message, subject, ends));
      first = first == null ? item : first;
    }
    return first == null ? ActionResult.NOTHING : told(call, first, lead);
  }

  /** Of a burst only what is shown; of a part that is shown all of it is. */
  private @Nullable MediaItem file(ActionCall call, UUID message, MediaShelf.Filing filing) {
    var only = call.asked().turn().eventIds().size() == 1;
    var known = shelf.ofMessages(call.sql(), call.tenant(), java.util.List.of(message));
    return known.isEmpty() && !only
        ? null
        : shelf.file(call.sql(), call.tenant(), call.id("media " + message), filing, call.now());
  }

  private ActionResult told(ActionCall call, MediaItem item, @Nullable Lead lead) {
    var question = Filings.question(call);
    question.ifPresent(it -> shelf.ask(call.sql(), call.tenant(), item, it, call.now()));
    var result =
        ActionResult.about(item.code())
            .with("media", item.code())
            .with("kind", item.kind())
            .with("purpose", item.purpose())
            .with("keepDays", Filings.keep(call.decision()).toDays())
            .with("openFor", String.join(", ", item.roles()))
            .with("trip", MediaTrips.trip(item))
            .with("name", call.person().firstName())
            .with("other", call.asked().understanding().relation())
            .with("asked", item.consent() == Consent.ASKED ? "yes" : null)
            .due("keep_until", item.keepUntil())
            .noting("filed", "%s, for: %s.".formatted(item.kind(), item.purpose()));
    return Optional.ofNullable(lead)
        .map(
            it ->
                result
                    .telling("owner", it.owner())
                    .showing("owner", it.code())
                    .with("lead", it.code()))
        .orElse(result);
  }
}
