package travel.opslayer.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.bench.Recorder.Step;
import travel.opslayer.bench.Recorder.Transaction;
import travel.opslayer.bench.Recorder.Values;

/**
 * What the service said to PostgreSQL about a batch of messages.
 *
 * @param first message of each person
 * @param again the next message of the same people
 * @param people ids and keys that come in both: those of the people
 */
record Recording(
    int messages, List<Transaction> first, List<Transaction> again, Set<Object> people) {

  /** A key of 16 bytes: bytes have no equality of their own. */
  record Key(List<Byte> bytes) {

    static Key of(byte[] bytes) {
      var list = new ArrayList<Byte>();
      for (var it : bytes) {
        list.add(it);
      }
      return new Key(List.copyOf(list));
    }
  }

  private static final int KEY = 16;

  static Recording of(int messages, List<Transaction> first, List<Transaction> again) {
    var both = names(first);
    both.retainAll(names(again));
    return new Recording(messages, first, again, Set.copyOf(both));
  }

  /** The name of something: an id, or a blind key; null for any other value. */
  static @Nullable Object name(@Nullable Object value) {
    return switch (value) {
      case UUID it -> it;
      case byte[] it when it.length == KEY -> Key.of(it);
      case null, default -> null;
    };
  }

  private static Set<Object> names(List<Transaction> transactions) {
    var names = new HashSet<Object>();
    for (var transaction : transactions) {
      for (var step : transaction.steps()) {
        step.values().forEach(it -> add(names, it));
      }
    }
    return names;
  }

  private static void add(Set<Object> names, @Nullable Object value) {
    if (value instanceof Values(var ignored, var elements)) {
      elements.forEach(it -> add(names, it));
      return;
    }
    var name = name(value);
    if (name != null) {
      names.add(name);
    }
  }

  /** Round trips, commits included. */
  int trips() {
    return again.stream().map(Transaction::steps).mapToInt(List<Step>::size).sum() + again.size();
  }
}
