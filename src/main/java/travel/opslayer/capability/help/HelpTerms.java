package travel.opslayer.capability.help;

import jakarta.inject.Singleton;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of what can be done. */
@Singleton
final class HelpTerms implements TermSource {

  /** What may be offered, an example of words where it takes more than a tap, and of how many. */
  @Override
  public Names names() {
    return Names.of(Candidates.OFFER, Candidates.WRITE).counts(Help.THINGS);
  }
}
