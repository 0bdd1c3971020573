package travel.opslayer.decision.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.language.Nearest;

/** A mapping of a schema; what is missing, unknown or of the wrong kind is refused by name. */
final class YamlNode {

  private final String what;
  private final Map<?, ?> values;
  private final Set<String> used = new HashSet<>();
  private final BiConsumer<String, String> refuse;

  YamlNode(String what, @Nullable Object tree, BiConsumer<String, String> refuse) {
    this.what = what;
    this.refuse = refuse;
    this.values = tree instanceof Map<?, ?> map ? map : Map.of();
    if (!(tree instanceof Map)) {
      refuse.accept("A %s is a mapping of names to values.".formatted(what), "");
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  void refuse(String sentence, String advice) {
    refuse.accept(sentence, advice);
  }

  String text(String key) {
    return optional(key)
        .orElseGet(
            () -> {
              refuse.accept("The %s says no (%s).".formatted(what, key), "add a line " + key + ":");
              return "";
            });
  }

  Optional<String> optional(String key) {
    used.add(key);
    var value = values.get(key);
    if (value != null && !isWord(value)) {
      refuse.accept("The (%s) of a %s is one word.".formatted(key, what), "");
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(String::valueOf);
  }

  /** A list may hold itself in YAML, so nothing but plain words is ever printed. */
  private static boolean isWord(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  /** The words of a list that stands under this key. */
  List<String> words(String key, List<?> list) {
    if (!list.stream().allMatch(it -> it != null && isWord(it))) {
      refuse.accept("The (%s) of a %s are words.".formatted(key, what), "write [one, two].");
      return List.of();
    }
    return list.stream().map(String::valueOf).toList();
  }

  /** The first choice stands in when there was a problem. */
  String choice(String key, List<String> choices, @Nullable String preset) {
    var given = preset == null ? text(key) : optional(key).orElse(preset);
    if (choices.contains(given)) {
      return given;
    }
    if (!given.isEmpty()) {
      var nearest = Nearest.advice(given, choices);
      refuse.accept(
          "There is no %s (%s).".formatted(key, given),
          nearest.isEmpty() ? "one of: " + String.join(", ", choices) + "." : nearest);
    }
    return choices.getFirst();
  }

  List<YamlNode> list(String key) {
    used.add(key);
    var nodes = new ArrayList<YamlNode>();
    if (values.get(key) instanceof List<?> list && !list.isEmpty()) {
      list.forEach(it -> nodes.add(new YamlNode("column", it, refuse)));
    } else {
      refuse.accept("The %s has no list of (%s).".formatted(what, key), "");
    }
    return nodes;
  }

  /** A name or a list of words of its own. */
  Optional<Object> wordsOrList(String key) {
    used.add(key);
    var value = values.get(key);
    if (value != null && !isWord(value) && !(value instanceof List)) {
      refuse.accept("The (%s) of a %s are words.".formatted(key, what), "write [one, two].");
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  Map<Integer, String> constants(String key) {
    used.add(key);
    var constants = new HashMap<Integer, String>();
    if (values.get(key) instanceof Map<?, ?> map) {
      map.forEach(
          (position, word) -> {
            if (position instanceof Integer number && word != null && isWord(word)) {
              constants.put(number, String.valueOf(word));
            } else {
              refuse.accept("A constant has no position or no word.", "write {1: word}.");
            }
          });
    }
    return constants;
  }

  void refuseOthers() {
    for (var it : values.keySet()) {
      var key = it != null && isWord(it) ? String.valueOf(it) : "?";
      if (!used.contains(key)) {
        refuse.accept(
            "A %s has nothing called (%s).".formatted(what, key),
            Nearest.advice(key, used.stream().sorted().toList()));
      }
    }
  }
}
