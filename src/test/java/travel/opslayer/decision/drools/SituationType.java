package travel.opslayer.decision.drools;

import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/**
 * The one type that rules see. Made from the vocabulary and in a loader of its own: no Java file
 * lists all fields, and an old release that is replayed beside today's keeps the fields it had.
 */
final class SituationType {

  private final Map<String, Integer> places = new HashMap<>();
  private final Constructor<?> constructor;
  private final Vocabulary vocabulary;

  SituationType(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    vocabulary.fields().forEach(it -> places.put(it.name(), places.size()));
    constructor = new Loader().define(SituationClass.write(vocabulary)).getConstructors()[0];
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  ClassLoader loader() {
    return constructor.getDeclaringClass().getClassLoader();
  }

  /**
   * What is unknown is null, and no comparison with null holds: neither {@code <} nor {@code >}.
   */
  Object instance(Situation situation) {
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
    try {
      return constructor.newInstance((Object) values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Loader extends ClassLoader {

    Loader() {
      super(SituationType.class.getClassLoader());
    }

    Class<?> define(byte[] bytes) {
      return defineClass(null, bytes, 0, bytes.length);
    }
  }
}
