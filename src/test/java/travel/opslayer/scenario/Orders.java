package travel.opslayer.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All orders in which some things may happen. */
final class Orders {

  private Orders() {}

  static List<List<String>> of(List<String> things) {
    if (things.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<String>>();
    for (var first : things) {
      var rest = new ArrayList<>(things);
      rest.remove(first);
      of(rest).forEach(it -> all.add(Stream.concat(Stream.of(first), it.stream()).toList()));
    }
    return all;
  }
}
