package travel.opslayer.capability.help;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.TermSource;

/** The words of what can be done. */
@Singleton
final class HelpTerms implements TermSource {

  /** What may be offered, an example of words where it takes more than a tap, and of how many. */
  @Override
  public List<String> names() {
    return List.of(Candidates.OFFER, Candidates.WRITE, Help.THINGS);
  }
}
