package travel.opslayer.capability.broadcast;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of what is said to many. */
@Singleton
final class BroadcastTerms implements TermSource {

  /** It is somebody's turn; everybody has had theirs. */
  @Override
  public List<String> timers() {
    return List.of("broadcast_turn", "broadcast_over");
  }

  /** Who wrote it; whose turn it is, or who has answered. */
  @Override
  public List<String> audiences() {
    return List.of("broadcast_author", "recipient");
  }

  /** What moves; how many people a second; how long what became of the last one is waited for. */
  @Override
  public Names names() {
    return Names.of("broadcast").counts("pace").lengths("wait_for");
  }

  @Override
  public List<String> states() {
    return Stream.of(BroadcastFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
