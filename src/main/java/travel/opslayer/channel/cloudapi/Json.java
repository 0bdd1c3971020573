package travel.opslayer.channel.cloudapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain Java values: maps in the order of the document, lists, texts, numbers and truths.
 *
 * <p>What PostgreSQL could not store never comes in: texts lose their NUL characters, and half a
 * surrogate pair becomes the replacement character. Members that are null are left out.
 */
final class Json {

  /** No provider nests deeper than about ten; what lies below is left out. */
  private static final int DEEPEST = 64;

  /** Above it the body is refused; numbers stay text, so their length costs nothing. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(10_000)
          .maxNumberLength(Integer.MAX_VALUE)
          .build();

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(LIMITS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private Json() {}

  /** Reads one value and nothing behind it. */
  static Node read(byte[] body) throws IOException {
    try (var parser = FACTORY.createParser(body)) {
      return document(parser);
    }
  }

  static Node read(String text) throws IOException {
    try (var parser = FACTORY.createParser(text)) {
      return document(parser);
    }
  }

  private static Node document(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new JsonParseException(parser, "There is nothing.");
    }
    var value = value(parser, 0);
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "Something stands behind the end.");
    }
    return new Node(value);
  }

  private static @Nullable Object value(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      parser.skipChildren();
      return null;
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, depth);
      case START_ARRAY -> array(parser, depth);
      case VALUE_STRING -> clean(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, Object> object(JsonParser parser, int depth) throws IOException {
    var all = new LinkedHashMap<String, Object>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      var value = value(parser, depth + 1);
      if (value != null) {
        all.put(clean(name), value);
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static List<@Nullable Object> array(JsonParser parser, int depth) throws IOException {
    var all = new ArrayList<@Nullable Object>();
    while (!parser.nextToken().isStructEnd()) {
      all.add(value(parser, depth + 1));
    }
    return Collections.unmodifiableList(all);
  }

  /** What fits neither a long nor a double exactly enough stays text. */
  private static Object number(String digits) {
    var whole = digits.chars().allMatch(it -> it == '-' || (it >= '0' && it <= '9'));
    if (whole) {
      return digits.length() <= 18 ? (Object) Long.valueOf(digits) : digits;
    }
    var value = digits.length() <= 40 ? Double.parseDouble(digits) : Double.NaN;
    return Double.isFinite(value) ? (Object) value : digits;
  }

  static String clean(String text) {
    return isClean(text)
        ? text
        : text.codePoints()
            .filter(it -> it != 0)
            .map(it -> isHalf(it) ? '\uFFFD' : it)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Every text of every payload passes here, so it is a plain loop. */
  private static boolean isClean(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** An object with these names and values, one after the other, in this order. */
  static Map<String, Object> object(Object... namesAndValues) {
    var all = new LinkedHashMap<String, Object>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      all.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return all;
  }

  static String write(Object value) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can always be written.", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case Map<?, ?> members -> {
        out.writeStartObject();
        for (var member : members.entrySet()) {
          out.writeFieldName((String) member.getKey());
          write(out, member.getValue());
        }
        out.writeEndObject();
      }
      case List<?> elements -> {
        out.writeStartArray();
        for (var element : elements) {
          write(out, element);
        }
        out.writeEndArray();
      }
      case String text -> out.writeString(clean(text));
      case Long number -> out.writeNumber(number);
      case Integer number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      case null -> out.writeNull();
      default -> throw new IllegalArgumentException("No JSON: " + value.getClass());
    }
  }
}
