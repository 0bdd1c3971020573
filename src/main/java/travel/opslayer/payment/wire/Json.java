package travel.opslayer.payment.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as providers of payments write it: maps, lists, texts, whole numbers and truths. */
public final class Json {

  /** No provider nests deeper than about ten; what lies below is left out. */
  private static final int DEEPEST = 32;

  private static final int LONGEST_NUMBER = 18;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(1000).maxNumberLength(1000).build();

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(LIMITS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private Json() {}

  /** Reads one value in UTF-8 and nothing behind it. */
  public static Node read(byte[] body) throws IOException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    try (var parser = FACTORY.createParser(text.toString())) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "There is nothing.");
      }
      var value = value(parser, 0);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "Something stands behind the end.");
      }
      return new Node(value);
    }
  }

  /** A proxy may answer in place of the provider, in whatever language. */
  static Node readOrNothing(byte[] body) {
    try {
      return read(body);
    } catch (IOException e) {
      return new Node(null);
    }
  }

  private static @Nullable Object value(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      parser.skipChildren();
      return null;
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, depth);
      case START_ARRAY -> array(parser, depth);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> number(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null; // fractions too: nothing that we read has any
    };
  }

  private static Map<String, Object> object(JsonParser parser, int depth) throws IOException {
    var all = new LinkedHashMap<String, Object>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      var value = value(parser, depth + 1);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }

  private static List<Object> array(JsonParser parser, int depth) throws IOException {
    var all = new ArrayList<>();
    while (!parser.nextToken().isStructEnd()) {
      var value = value(parser, depth + 1);
      if (value != null) {
        all.add(value);
      }
    }
    return all;
  }

  private static @Nullable Object number(String digits) {
    return digits.length() <= LONGEST_NUMBER ? Long.valueOf(digits) : null;
  }

  /** Maps with names that are texts, texts, whole numbers and truths. */
  public static String write(Map<String, ?> value) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can always be written.", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case Map<?, ?> members -> {
        out.writeStartObject();
        for (var member : members.entrySet()) {
          out.writeFieldName((String) member.getKey());
          write(out, member.getValue());
        }
        out.writeEndObject();
      }
      case String text -> out.writeString(text);
      case Long number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      default -> throw new IllegalArgumentException("No JSON: " + value.getClass());
    }
  }
}
