package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.TermSource;

/** The words of leads. */
@Singleton
final class EnquiryTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("first_reply", "first_reply_next");
  }

  /** The colleague who looks after the lead, and the customer whose lead it is. */
  @Override
  public List<String> audiences() {
    return List.of("owner", "customer");
  }

  @Override
  public List<String> names() {
    return List.of("lead_owner");
  }
}
