package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The requests of one burst: what it wishes, then what it wishes beside, then every topic that it
 * asks about. Who, what and when belong to all of them.
 *
 * @param together groups of wishes that are one request when they come in one burst
 */
public record Requests(List<Set<String>> together) {

  /**
   * One of them.
   *
   * @param implied whether nobody asked for it in words: it only tells who, what or when
   */
  public record Request(Understanding words, boolean implied) {}

  public Requests {
    together = List.copyOf(together);
  }

  /** At least one; what holds one request is as it was read. */
  public List<Request> of(Understanding read) {
    var topics = read.several().topics();
    var first = read.wishes().stream().filter(it -> !it.equals("greet")).findFirst().orElse("");
    var beside = read.several().aside().stream().filter(it -> !areOne(first, it)).toList();
    if (topics.isEmpty() && beside.isEmpty()) {
      return List.of(new Request(read, false));
    }
    var chief = new LinkedHashSet<>(read.wishes());
    beside.forEach(chief::remove);
    var all = new ArrayList<Request>();
    if (chief.stream().anyMatch(it -> !it.equals("greet"))) {
      all.add(new Request(read.asking(List.copyOf(chief), List.of(), true), false));
    } else if (read.hasDetails()) {
      all.add(new Request(read.asking(List.of(), List.of(), false), true));
    }
    groups(beside).forEach(it -> all.add(new Request(asking(read, it, List.of()), false)));
    topics.forEach(it -> all.add(new Request(asking(read, List.of(), List.of(it)), false)));
    return List.copyOf(all);
  }

  private boolean areOne(String one, String other) {
    return one.equals(other)
        || together.stream().anyMatch(it -> it.contains(one) && it.contains(other));
  }

  private List<List<String>> groups(List<String> wishes) {
    var groups = new ArrayList<List<String>>();
    for (var wish : wishes) {
      groups.stream()
          .filter(it -> areOne(it.getFirst(), wish))
          .findFirst()
          .orElseGet(
              () -> {
                var group = new ArrayList<String>();
                groups.add(group);
                return group;
              })
          .add(wish);
    }
    return groups;
  }

  /** A yes or a no beside a question is no answer to something else. */
  private static Understanding asking(
      Understanding read, List<String> wishes, List<String> topics) {
    return read.asking(wishes, topics, false);
  }
}
