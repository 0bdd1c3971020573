package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of documents and photos. */
@Singleton
final class MediaTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of(
        "media_ends", "document_ends", "media_rejected", "media_looks", "photo_objected");
  }

  /**
   * What moves; what something is, what it is for, who may open it, how long it is kept, whether
   * somebody has to agree, what is asked about it, how long a link to see it is good, how far back
   * photos may show whoever objects.
   */
  @Override
  public Names names() {
    return Names.of("photo", "class", "purpose", "open_for", "consent", "question")
        .lengths("keep_for", "link_for", "look_back");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(MediaFact.Publish.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
