package travel.opslayer.facts;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that business staff set, by name, as they wrote them in {@code parameters}: a number
 * stands in one place only.
 */
public record Parameters(Map<String, String> values) {

  public Parameters {
    values = Map.copyOf(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A length of time; {@code usual} when staff have not set one. */
  public Duration duration(String name, Duration usual) {
    return text(name).flatMap(Durations::of).orElse(usual);
  }

  /** When the office is open; always, when staff have not said. */
  public OfficeHours office(ZoneId zone) {
    return text("P-OFFICE")
        .flatMap(it -> OfficeHours.of(it, zone))
        .orElseGet(() -> OfficeHours.always(zone));
  }
}
