package travel.opslayer.capability.topic;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.TermSource;

/** The words of questions. */
@Singleton
final class TopicTerms implements TermSource {

  /** What texts may say about a topic. */
  @Override
  public List<String> names() {
    return List.of("deposit", "balance_before");
  }
}
