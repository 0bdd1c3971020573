package travel.opslayer.capability.incident;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.OneOf;
import travel.opslayer.decision.TermSource;

/** The words of incidents. */
@Singleton
final class IncidentTerms implements TermSource {

  @Override
  public List<String> timers() {
    return List.of(
        "ack_missing",
        "photo_unexplained",
        "tell_crew",
        "tell_guest",
        "tell_over",
        "promise_ends",
        "close_asks");
  }

  @Override
  public List<String> audiences() {
    return List.of("incident_owner", "guest", "crew", "reporter");
  }

  /**
   * How bad it is, how long each rung of the ladder has to answer, how long a promise to a guest
   * has, whether it is told by any way there is, which event tells guests that it is over, and what
   * is left to do then.
   */
  @Override
  public Names names() {
    return Names.of(
            "incident",
            "incident_owner",
            "follow_up_1",
            "follow_up_2",
            "follow_up_3",
            "follow_up_4")
        .lengths("promise_within", "car_after", "car_drive")
        .lengths(severities().map(it -> "ack_" + it).toArray(String[]::new))
        .with(new OneOf(severities().toList()), "severity")
        .with(new OneOf(List.of("alarm")), "urgency")
        .with(new OneOf(List.of("yes", "no")), "tell_guests");
  }

  @Override
  public List<String> states() {
    return Stream.of(IncidentFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Stream<String> severities() {
    return Stream.of(IncidentFact.Severity.values()).map(it -> it.name().toLowerCase(Locale.ROOT));
  }
}
