package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.media.MediaItem;
import travel.opslayer.media.MediaShelf;
import travel.opslayer.message.Content;

/** Looks at documents. */
@Singleton
final class MediaFacts implements FactSource {

  private final MediaShelf shelf;

  MediaFacts(MediaShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(MediaFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var shown = shown(it);
      var named = named(sql, it, desk.tenant().id());
      if (shown != null || named.isPresent()) {
        sheets.add(it, fact(it, shown, named.orElse(null)));
      }
    }
  }

  private static @Nullable String shown(Asked asked) {
    var documents = asked.understanding().several().documents();
    var media =
        asked.turn().messages().stream().anyMatch(it -> it.content() instanceof Content.Media);
    return media && !documents.isEmpty() ? documents.getFirst() : null;
  }

  private Optional<MediaItem> named(Sql sql, Asked asked, int tenant) {
    var subject = asked.subject();
    return subject != null && subject.startsWith("MD-")
        ? shelf.byCode(sql, tenant, subject)
        : Optional.empty();
  }

  private static MediaFact fact(Asked asked, @Nullable String shown, @Nullable MediaItem named) {
    return named == null
        ? new MediaFact(shown, null, null, false)
        : new MediaFact(
            shown,
            named.code(),
            MediaFact.State.valueOf(named.consent().name()),
            named.person().equals(asked.turn().contact().person().id()));
  }
}
