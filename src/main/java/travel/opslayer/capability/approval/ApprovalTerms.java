package travel.opslayer.capability.approval;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.TermSource;

/** The words of approvals. */
@Singleton
final class ApprovalTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("approval_ends", "approval_deputies");
  }

  /** What moves; for how long somebody decides for another, and who does when too few are there. */
  @Override
  public Names names() {
    return Names.of("approval", "stand_in").lengths("delegate_for");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(ApprovalFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Who asked, who said yes before, whose word it waits for next, who decides for somebody. */
  @Override
  public List<String> audiences() {
    return List.of("requester", "first", "second", "deputy", "alternate");
  }
}
