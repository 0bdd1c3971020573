package travel.opslayer.travelcore.bundled;

import java.util.List;

/** Lists of words on their way out of the database, joined by a bar. */
final class Arrays {

  private Arrays() {}

  static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
  }
}
