package travel.opslayer.capability.feedback;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of feedback. */
@Singleton
final class FeedbackTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("trip_over", "feedback_due");
  }

  /** Its state, and how long after the trip it is asked for. */
  @Override
  public Names names() {
    return Names.of(FeedbackSteps.KIND).lengths("ask_after");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(FeedbackFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
