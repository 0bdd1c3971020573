package travel.opslayer.capability.approval;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.TermSource;

/** The words of approvals. */
@Singleton
final class ApprovalTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("approval_ends");
  }

  /** The colleague who asked. */
  @Override
  public List<String> audiences() {
    return List.of("requester");
  }
}
