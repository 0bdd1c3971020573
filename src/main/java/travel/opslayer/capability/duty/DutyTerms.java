package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.Names.Value.OneOf;
import travel.opslayer.decision.TermSource;

/** The words of longer days, bills and check-outs. */
@Singleton
final class DutyTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of("longer_told", "checkout_open", "checkout_close");
  }

  /** Whose word a request of the field waits for, and who has not checked out. */
  @Override
  public List<String> audiences() {
    return List.of("decider", "open_guide", "open_driver");
  }

  /** What moves; what an hour costs; what has to be told at the check-out. */
  @Override
  public Names names() {
    return Names.of("overtime", "expense", "decider")
        .counts("overtime_pay", "km_most")
        .lengths("overtime_round", "close_after")
        .with(Form.ACTION, "heard")
        .with(new OneOf(List.of("worked", "agreed")), "overtime_paid")
        .with(new OneOf(List.of("yes", "no")), "open_dropped", "open_km", "open_bills", "ask_when");
  }

  @Override
  public List<String> states() {
    return Stream.<Enum<?>>concat(
            Stream.of(OvertimeFact.State.values()), Stream.of(ExpenseFact.State.values()))
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
