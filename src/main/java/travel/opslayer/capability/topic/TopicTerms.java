package travel.opslayer.capability.topic;

import jakarta.inject.Singleton;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of questions. */
@Singleton
final class TopicTerms implements TermSource {

  /** What texts may say about a topic. */
  @Override
  public Names names() {
    return Names.NONE.shares("deposit").lengths("balance_before");
  }
}
