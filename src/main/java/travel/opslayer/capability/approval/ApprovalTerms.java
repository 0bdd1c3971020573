package travel.opslayer.capability.approval;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.TermSource;

/** The words of approvals. */
@Singleton
final class ApprovalTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("approval_ends");
  }

  /** What moves. */
  @Override
  public List<String> names() {
    return List.of("approval");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(ApprovalFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The colleague who asked. */
  @Override
  public List<String> audiences() {
    return List.of("requester");
  }
}
