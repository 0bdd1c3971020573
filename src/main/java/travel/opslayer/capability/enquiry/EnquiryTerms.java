package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.decision.Names;
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
  public Names names() {
    return Names.of("lead_owner");
  }
}
