package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Names.Value.Form;
import travel.opslayer.decision.TermSource;

/** The words of news that come late, and of nights that were not planned. */
@Singleton
final class LateTerms implements TermSource {

  /** What moves; the other names that its tables give values to are those of sister rooms. */
  @Override
  public Names names() {
    return Names.of("night").with(Form.COUNT, "night_cost");
  }

  @Override
  public List<String> states() {
    return Stream.of(NightFact.State.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
