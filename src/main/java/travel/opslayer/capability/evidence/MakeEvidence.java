package travel.opslayer.capability.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.evidence.Evidence;
import travel.opslayer.evidence.Pack;
import travel.opslayer.evidence.PackPage;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.MediaShelf.Filing;
import travel.opslayer.media.OpenLinks;
import travel.opslayer.media.file.MadeFiles;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.sale.Masks;
import travel.opslayer.settings.Settings;

/**
 * Makes a pack, keeps it sealed like a document, and gives a link to see it once. It never leaves
 * by WhatsApp: what is on a phone is there for ever.
 */
@Singleton
final class MakeEvidence implements ActionHandler {

  private static final String CLASS = "evidence";
  private static final String PAGE = "text/html;charset=utf-8";

  /** The timer that deletes it. */
  private static final String ENDS = "media_ends";

  private static final Duration KEEP = Duration.ofHours(24);
  private static final Duration LINK = Duration.ofMinutes(10);

  private final Evidence evidence;
  private final MediaShelf shelf;
  private final MadeFiles files;
  private final OpenLinks links;
  private final Settings settings;

  MakeEvidence(
      Evidence evidence, MediaShelf shelf, MadeFiles files, OpenLinks links, Settings settings) {
    this.evidence = evidence;
    this.shelf = shelf;
    this.files = files;
    this.links = links;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "make_evidence";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var about = ActionResult.about(call.asked().subject());
    return Optional.ofNullable(call.asked().subject())
        .flatMap(it -> pack(call, it))
        .map(it -> kept(call, about, it))
        .orElseGet(() -> about.refusing("evidence/which"));
  }

  private Optional<Pack> pack(ActionCall call, String code) {
    var hidden = words(call, "hide");
    return evidence.of(
        call.sql(),
        call.tenant(),
        code,
        it -> Masks.hide(it, hidden),
        call.now(),
        call.desk().tenant().zone());
  }

  private ActionResult kept(ActionCall call, ActionResult about, Pack pack) {
    var ends = call.now().plus(call.length("keep_for").orElse(KEEP));
    var filing =
        new Filing(
            call.person().id(),
            call.id("evidence message"), // no message brought it
            CLASS,
            CLASS,
            words(call, "open_for"),
            pack.object(),
            ends,
            Consent.NOT_ASKED);
    var item = shelf.file(call.sql(), call.tenant(), call.id(CLASS), filing, call.now());
    var sha256 =
        files.keep(call.sql(), call.tenant(), item, PackPage.of(pack).getBytes(UTF_8), PAGE);
    var until = call.now().plus(call.length("link_for").orElse(LINK));
    var zone = call.desk().tenant().zone();
    return about
        .with("about", pack.object())
        .with("media", item.code())
        .with("fingerprint", sha256)
        .with("count", pack.rows(Evidence.MESSAGES))
        .with("told", pack.rows(Evidence.DECISIONS))
        .with("link", link(call, item, until))
        .with("until", new Moment(until, zone))
        .with("ends", new Moment(ends, zone))
        .with("endsDay", Days.word(ends, call.now(), zone))
        .showing(ENDS, item.code())
        .due("evidence_until", ends)
        .noting(
            CLASS, "A pack of evidence was made (%s, SHA-256 %s).".formatted(item.code(), sha256));
  }

  private String link(ActionCall call, MediaItem item, Instant until) {
    var path =
        links.make(
            call.sql(),
            call.tenant(),
            call.id("open"),
            item,
            call.person().id(),
            call.person().role(),
            until);
    return settings.payments().publicUrl().resolve(path).toString();
  }

  private static List<String> words(ActionCall call, String name) {
    return Stream.of(call.decision().assigned(name).orElse("").split("[,/\\s]+"))
        .filter(it -> !it.isBlank())
        .toList();
  }
}
