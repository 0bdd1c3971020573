package travel.opslayer.channel.cloudapi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document that may be missing. Asking it for what it is not gives nothing, so
 * that a payload of an unexpected shape needs no special care.
 */
record Node(@Nullable Object value) {
  private static final int LONGEST_SECONDS = 11;
  private static final Pattern TIME = Pattern.compile("[0-9]{1,14}");

  Node at(String name) {
    return new Node(map().get(name));
  }

  boolean isObject() {
    return value instanceof Map;
  }

  boolean isArray() {
    return value instanceof List;
  }

  boolean isMissing() {
    return value == null;
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /** The members; none where this is no object. */
  @SuppressWarnings("unchecked") // Json makes no other maps
  Map<String, Object> map() {
    return value instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
  }

  /** The elements; none where this is no array. */
  Stream<Node> elements() {
    return value instanceof List<?> elements ? elements.stream().map(Node::new) : Stream.empty();
  }

  Node first() {
    return elements().findFirst().orElse(new Node(null));
  }

  /** A text or a number as text; null where it is empty or neither. */
  @Nullable String text() {
    var text =
        switch (value) {
          case String it -> it;
          case Number it -> it.toString();
          case null, default -> "";
        };
    return text.isBlank() ? null : text;
  }

  String textOr(String other) {
    var text = text();
    return text == null ? other : text;
  }

  /** A number, or a text that holds one; NaN for all else. */
  double number() {
    try {
      return value instanceof Number it ? it.doubleValue() : Double.parseDouble(textOr("NaN"));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Seconds since 1970, or milliseconds where there are more than 11 digits. */
  @Nullable Instant instant() {
    var digits = textOr("");
    if (!TIME.matcher(digits).matches()) {
      return null;
    }
    var count = Long.parseLong(digits);
    if (count == 0) {
      return null;
    }
    return digits.length() > LONGEST_SECONDS
        ? Instant.ofEpochMilli(count)
        : Instant.ofEpochSecond(count);
  }

  /** Never the value: it is what people wrote. */
  @Override
  public String toString() {
    return "node";
  }
}
