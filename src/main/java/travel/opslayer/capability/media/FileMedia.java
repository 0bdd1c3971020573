package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.MediaShelf.Filing;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;

/** A document is filed as the tables say; it is passed on to nobody. */
@Singleton
final class FileMedia implements ActionHandler {

  private static final Duration USUAL = Duration.ofDays(30);

  private final MediaShelf shelf;
  private final Leads leads;
  private final SaleTalk talk;

  FileMedia(MediaShelf shelf, Leads leads, SaleTalk talk) {
    this.shelf = shelf;
    this.leads = leads;
    this.talk = talk;
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
    var keep = call.length("keep_for").orElse(USUAL);
    var filing =
        new Filing(
            call.person().id(),
            call.asked().turn().eventIds().getFirst(),
            call.fact("media_shown").orElse("other"),
            call.decision().assigned("purpose").orElse("trip"),
            roles(call),
            lead == null ? null : lead.code(),
            ends(call, lead).orElse(call.now()).plus(keep),
            call.decision().assigned("consent").isPresent() ? Consent.ASKED : Consent.NOT_ASKED);
    var item = shelf.file(call.sql(), call.tenant(), call.id("media"), filing, call.now());
    return told(call, item, lead, keep)
        .noting("filed", "%s, for: %s.".formatted(item.kind(), item.purpose()));
  }

  private static List<String> roles(ActionCall call) {
    return call.decision().assigned("open_for").stream()
        .flatMap(it -> Stream.of(it.split("[,/\\s]+")))
        .filter(it -> !it.isBlank())
        .toList();
  }

  /** The end of the trip, where one is known. */
  private Optional<Instant> ends(ActionCall call, @Nullable Lead lead) {
    return Optional.ofNullable(lead)
        .map(Lead::departure)
        .flatMap(it -> talk.departure(call, it))
        .map(it -> it.endsOn().plusDays(1).atStartOfDay(call.desk().tenant().zone()).toInstant());
  }

  private ActionResult told(ActionCall call, MediaItem item, @Nullable Lead lead, Duration keep) {
    var result =
        ActionResult.about(item.code())
            .with("media", item.code())
            .with("kind", item.kind())
            .with("purpose", item.purpose())
            .with("keepDays", keep.toDays())
            .with("openFor", String.join(", ", item.roles()))
            .with("name", SaleTalk.firstName(call.person().name()))
            .with("other", call.asked().understanding().relation())
            .with("asked", item.consent() == Consent.ASKED ? "yes" : null)
            .due("keep_until", item.keepUntil());
    return lead == null
        ? result
        : result
            .telling("owner", lead.owner())
            .showing("owner", lead.code())
            .with("lead", lead.code());
  }
}
