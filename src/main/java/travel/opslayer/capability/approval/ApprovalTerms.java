package travel.opslayer.capability.approval;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.TermSource;

/** The words of approvals. */
@Singleton
final class ApprovalTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("approval_ends", "approval_deputies");
  }

  /** For how long somebody decides for another, and who does when too few are there. */
  @Override
  public List<String> names() {
    return List.of("delegate_for", "stand_in");
  }

  /** Who asked, who said yes before, whose word it waits for next, who decides for somebody. */
  @Override
  public List<String> audiences() {
    return List.of("requester", "first", "second", "deputy", "alternate");
  }
}
