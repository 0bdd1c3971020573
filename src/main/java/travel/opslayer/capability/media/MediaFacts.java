package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.media.PhotoConsents;
import travel.opslayer.message.Content;

/** Looks at what is shown, and at what was shown before and is talked about. */
@Singleton
final class MediaFacts implements FactSource {

  /** Whoever answers later has forgotten what was asked. */
  private static final Duration ANSWER = Duration.ofHours(1);

  private static final Duration PHOTO_DAYS = Duration.ofDays(30);

  private final MediaShelf shelf;
  private final PhotoConsents consents;

  MediaFacts(MediaShelf shelf, PhotoConsents consents) {
    this.shelf = shelf;
    this.consents = consents;
  }

  /** What was found for one request. */
  private record Found(List<MediaItem> shown, @Nullable MediaItem named, boolean typed) {

    boolean isNothing() {
      return shown.isEmpty() && named == null;
    }
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(MediaFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var shown = shown(sql, asked, tenant);
    var open = open(sql, asked, desk);
    for (var it : asked) {
      var found = found(sql, it, tenant, shown, open);
      if (!found.isNothing()) {
        sheets.add(it, fact(sql, it, found, desk));
      }
    }
  }

  private Map<UUID, MediaItem> shown(Sql sql, List<Asked> asked, int tenant) {
    var messages =
        asked.stream()
            .filter(MediaFacts::isShown)
            .flatMap(it -> it.turn().eventIds().stream())
            .distinct()
            .toList();
    var all = new HashMap<UUID, MediaItem>();
    shelf.ofMessages(sql, tenant, messages).forEach(it -> all.put(it.message(), it));
    return all;
  }

  /** What those who write now were asked about last. */
  private Map<UUID, MediaItem> open(Sql sql, List<Asked> asked, Desk desk) {
    var people =
        asked.stream()
            .filter(it -> it.turn().timer().isEmpty())
            .map(it -> it.turn().contact().person().id())
            .distinct()
            .toList();
    var all = new HashMap<UUID, MediaItem>();
    shelf
        .asked(sql, desk.tenant().id(), people, desk.now().minus(ANSWER))
        .forEach(it -> all.putIfAbsent(Objects.requireNonNull(it.person()), it));
    return all;
  }

  private Found found(
      Sql sql, Asked asked, int tenant, Map<UUID, MediaItem> shown, Map<UUID, MediaItem> open) {
    var items =
        asked.turn().eventIds().stream()
            .map(shown::get)
            .flatMap(it -> Optional.ofNullable(it).stream())
            .toList();
    var typed = asked.understanding().codes().stream().filter(MediaFacts::isCode).findFirst();
    var named = typed.or(() -> Optional.ofNullable(asked.subject()).filter(MediaFacts::isCode));
    if (named.isPresent()) {
      var item = shelf.byCode(sql, tenant, named.get()).orElse(null);
      return new Found(items, item, typed.isPresent());
    }
    var answers = items.isEmpty() && asked.subject() == null && asked.turn().timer().isEmpty();
    var item = answers ? open.get(asked.turn().contact().person().id()) : null;
    return new Found(items, item, false);
  }

  private MediaFact fact(Sql sql, Asked asked, Found found, Desk desk) {
    var named = found.named();
    var person = asked.turn().contact().person();
    return new MediaFact(
        word(asked, found),
        named == null ? null : named.code(),
        named == null ? null : MediaFact.State.valueOf(named.consent().name()),
        named != null && person.id().equals(named.person()),
        found.shown().isEmpty() ? null : found.shown().getFirst().bytes().shape(),
        rejected(found),
        looks(found),
        named == null ? null : named.talk().question(),
        publish(found),
        named != null && isObjected(sql, named, desk),
        named != null && shelf.mayOpen(named, person.role(), desk.now()),
        found.typed());
  }

  /** Words count with something that is shown, or as the answer to what it is. */
  private static @Nullable String word(Asked asked, Found found) {
    var documents = asked.understanding().several().documents();
    var asks = found.named() != null && "what".equals(found.named().talk().question());
    return !documents.isEmpty() && (!found.shown().isEmpty() || asks) ? documents.getFirst() : null;
  }

  private static @Nullable String rejected(Found found) {
    if (found.shown().isEmpty()) {
      return found.named() == null ? null : found.named().untold();
    }
    return found.shown().stream().allMatch(it -> it.untold() != null)
        ? found.shown().getFirst().untold()
        : null;
  }

  private static @Nullable String looks(Found found) {
    return found.named() == null
        ? found.shown().stream()
            .map(it -> it.bytes().looks())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : found.named().bytes().looks();
  }

  private static MediaFact.@Nullable Publish publish(Found found) {
    var item =
        found.named() == null ? found.shown().stream().findFirst() : Optional.of(found.named());
    return item.map(it -> it.talk().publish().toUpperCase(Locale.ROOT))
        .map(MediaFact.Publish::valueOf)
        .orElse(null);
  }

  private boolean isObjected(Sql sql, MediaItem item, Desk desk) {
    if (item.person() == null || !item.talk().publish().equals("asked")) {
      return false;
    }
    var since = desk.now().minus(desk.parameters().duration("P-PHOTO-DAYS", PHOTO_DAYS));
    return consents.isObjected(
        sql, desk.tenant().id(), item.person(), MediaTrips.trip(item), since);
  }

  private static boolean isShown(Asked asked) {
    return asked.turn().messages().stream().anyMatch(it -> it.content() instanceof Content.Media);
  }

  private static boolean isCode(String code) {
    return code.startsWith("MD-");
  }
}
