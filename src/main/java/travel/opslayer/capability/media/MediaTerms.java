package travel.opslayer.capability.media;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.TermSource;

/** The words of documents. */
@Singleton
final class MediaTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("media_ends");
  }

  /** What it is for, who may open it, how long it is kept, whether somebody has to agree. */
  @Override
  public List<String> names() {
    return List.of("purpose", "open_for", "keep_for", "consent");
  }
}
