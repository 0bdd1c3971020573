package travel.opslayer.payment.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document that may be missing. Asking it for what it is not gives nothing, so
 * that an answer of an unexpected shape needs no special care.
 */
public record Node(@Nullable Object value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,254}");

  /** The year 9999, after which nobody pays. */
  private static final long LAST_SECOND = 253_402_300_799L;

  public Node at(String name) {
    return new Node(value instanceof Map<?, ?> members ? members.get(name) : null);
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  public boolean isArray() {
    return value instanceof List;
  }

  /** The elements; none where this is no array. */
  public Stream<Node> elements() {
    return value instanceof List<?> elements ? elements.stream().map(Node::new) : Stream.empty();
  }

  /** Null where it is no text, or has nothing to read. */
  public @Nullable String text() {
    return value instanceof String it && !it.isBlank() ? it : null;
  }

  public String textOr(String other) {
    var text = text();
    return text == null ? other : text;
  }

  /** The name of a thing, as it may stand in an address and a database; null where it is none. */
  public @Nullable String name() {
    return value instanceof String it && NAME.matcher(it).matches() ? it : null;
  }

  public boolean is(String word) {
    return word.equals(value);
  }

  /** Null where it is no whole number. */
  public @Nullable Long whole() {
    return value instanceof Long it ? it : null;
  }

  public long wholeOr(long other) {
    return value instanceof Long it ? it : other;
  }

  /** Seconds since 1970; null where it is none. */
  public @Nullable Instant instant() {
    return value instanceof Long it && it > 0 && it <= LAST_SECOND
        ? Instant.ofEpochSecond(it)
        : null;
  }

  /** Never the value: it may be personal. */
  @Override
  public String toString() {
    return "node";
  }
}
