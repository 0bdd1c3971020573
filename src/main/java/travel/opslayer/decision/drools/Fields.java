package travel.opslayer.decision.drools;

import java.util.HashMap;
import java.util.Map;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/**
 * Where each field of a vocabulary stands in {@link Facts}. An old release that is replayed beside
 * today's keeps the fields it had.
 */
final class Fields {

  private final Vocabulary vocabulary;
  private final Map<String, Integer> places = new HashMap<>();

  Fields(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    vocabulary.fields().forEach(it -> places.put(it.name(), places.size()));
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * From 0.
   *
   * @throws IllegalArgumentException for a field that the vocabulary has not
   */
  int place(String field) {
    var place = places.get(field);
    if (place == null) {
      throw new IllegalArgumentException("There is no field (%s).".formatted(field));
    }
    return place;
  }

  /** What this release has no field for is left out. */
  Facts facts(Situation situation) {
    var values = new Object[places.size()];
    situation
        .values()
        .forEach(
            (field, value) -> {
              var place = places.get(field);
              if (place != null) {
                values[place] = value;
              }
            });
    return new Facts(values);
  }
}
