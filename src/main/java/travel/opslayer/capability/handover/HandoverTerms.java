package travel.opslayer.capability.handover;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of conversations that people have. */
@Singleton
final class HandoverTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of(HandoverTalk.TIMER);
  }

  @Override
  public List<String> audiences() {
    return List.of(HandoverTalk.HOLDER);
  }

  /** Its state, how long it is kept without a word, and what is hidden. */
  @Override
  public Names names() {
    return Names.of("handover", "hide").lengths("keep_for");
  }

  @Override
  public List<String> states() {
    return Stream.of(HandoverFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
