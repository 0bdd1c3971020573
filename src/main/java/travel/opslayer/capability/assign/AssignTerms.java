package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.TermSource;

/** The words of who works on a trip. */
@Singleton
final class AssignTerms implements TermSource {

  /** An offer is over; somebody is to be found; nobody is left; more guests than were allowed. */
  @Override
  public List<String> timers() {
    return List.of("job_ends", "job_open", "job_unfilled", "trip_overfull");
  }

  /** Who is asked, who has asked, and who is free again. */
  @Override
  public List<String> audiences() {
    return List.of("assignee", "asker", "released");
  }

  /** What moves; who can be asked, in which order, for what pay; and for how long. */
  @Override
  public Names names() {
    return Names.of("assignment", "former", "never", "lacks", "approver")
        .counts("rank", "rest_needed", "quorum")
        .lengths("approve_within", "job_within")
        .with(Form.MONEY, "pay");
  }

  @Override
  public List<String> states() {
    return Arrays.stream(JobFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
