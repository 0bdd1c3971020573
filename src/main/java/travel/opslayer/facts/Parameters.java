package travel.opslayer.facts;

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
}
