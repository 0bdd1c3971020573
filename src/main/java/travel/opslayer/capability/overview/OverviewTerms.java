package travel.opslayer.capability.overview;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.OneOf;
import travel.opslayer.decision.TermSource;

/** The words of overviews. */
@Singleton
final class OverviewTerms implements TermSource {

  static final String PIPELINE_OF = "pipeline_of";

  /** Whose enquiries somebody sees. */
  @Override
  public Names names() {
    return Names.NONE.with(new OneOf(List.of("own", "all")), PIPELINE_OF);
  }
}
