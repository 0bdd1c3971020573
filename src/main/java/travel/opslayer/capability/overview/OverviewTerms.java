package travel.opslayer.capability.overview;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.TermSource;

/** The words of overviews. */
@Singleton
final class OverviewTerms implements TermSource {

  static final String PIPELINE_OF = "pipeline_of";

  /** Whose enquiries somebody sees. */
  @Override
  public List<String> names() {
    return List.of(PIPELINE_OF);
  }
}
