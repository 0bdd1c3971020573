package travel.opslayer.facts;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import travel.opslayer.conversation.Pace;

/** The numbers by which news from a phone without a signal are known, as staff have set them. */
final class LateNews {

  private static final String WHO = "P-LATE-WHO";
  private static final String COUNT = "P-LATE-COUNT";

  private static final Set<String> LENGTHS =
      Set.of("P-LATE-SPAN", "P-LATE-SILENCE", "P-LATE-HELD", "P-LATE-QUIET", "P-LATE-MOST");

  private LateNews() {}

  static boolean reads(String name) {
    return name.equals(WHO) || name.equals(COUNT) || LENGTHS.contains(name);
  }

  static Optional<String> advice(String name, String value) {
    if (LENGTHS.contains(name)) {
      return Durations.of(value).isPresent()
          ? Optional.empty()
          : Optional.of("write it as 20 s or 2 h.");
    }
    if (name.equals(COUNT)) {
      return value.strip().matches("[2-9]|[1-9]\\d")
          ? Optional.empty()
          : Optional.of("write a number from 2 to 99.");
    }
    return Optional.empty();
  }

  static Pace.Late of(Parameters parameters) {
    return new Pace.Late(
        Stream.of(parameters.text(WHO).orElse("").split(","))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet()),
        parameters.text(COUNT).map(it -> Integer.parseInt(it.strip())).orElse(3),
        parameters.duration("P-LATE-SPAN", Duration.ofMinutes(2)),
        parameters.duration("P-LATE-SILENCE", Duration.ofHours(2)),
        parameters.duration("P-LATE-HELD", Duration.ofMinutes(1)),
        parameters.duration("P-LATE-QUIET", Duration.ofSeconds(20)),
        parameters.duration("P-LATE-MOST", Duration.ofMinutes(10)));
  }
}
