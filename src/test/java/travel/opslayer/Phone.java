package travel.opslayer;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody's phone in the sandbox: what they write, and what they read. */
public final class Phone {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final House house;
  private final String number;
  private @Nullable String first;
  private @Nullable String last;

  public Phone(House house, String number) {
    this.house = house;
    this.number = number;
  }

  /** Of a country that nobody has written from in this test. */
  public static Phone spanish(House house) {
    return new Phone(house, "+34600%06d".formatted(NUMBERS.incrementAndGet()));
  }

  public static Phone british(House house) {
    return new Phone(house, "+447700%06d".formatted(NUMBERS.incrementAndGet()));
  }

  public static Phone indian(House house) {
    return new Phone(house, "+919812%06d".formatted(NUMBERS.incrementAndGet()));
  }

  public static Phone sarita(House house) {
    return new Phone(house, "+9779805550201");
  }

  public static Phone bikram(House house) {
    return new Phone(house, "+9779805550202");
  }

  /** What the phone shows of one message. */
  public record Shown(Map<String, Object> fields) {

    public String id() {
      return text("id");
    }

    public String template() {
      return text("template");
    }

    public String language() {
      return text("language");
    }

    public String words() {
      return text("text");
    }

    /** The ids of its buttons or rows. */
    public List<String> choices() {
      var shown = fields.getOrDefault("buttons", fields.getOrDefault("rows", List.of()));
      return ((List<?>) shown)
          .stream().map(it -> String.valueOf(((Map<?, ?>) it).get("id"))).toList();
    }

    private String text(String field) {
      return String.valueOf(fields.get(field));
    }

    @Override
    public String toString() {
      return template() + "." + language() + " " + words();
    }
  }

  public String number() {
    return number;
  }

  /** The id of the first message that it has shown: whose phone it is. */
  public String first() {
    return Objects.requireNonNull(first, "This phone has shown nothing yet");
  }

  /** What comes of it on this phone, when all is done. */
  public List<Shown> says(String text) {
    return sends(Map.of("text", text));
  }

  public List<Shown> saysQuoting(String message, String text) {
    return sends(Map.of("text", text, "replyTo", message));
  }

  public List<Shown> taps(String choice) {
    return sends(Map.of("button", choice));
  }

  public List<Shown> sends(Map<String, Object> content) {
    news();
    var message = new LinkedHashMap<>(content);
    message.put("from", number);
    message.put("name", "Ana María");
    try {
      var body = house.bean(ObjectMapper.class).writeValueAsBytes(message);
      var answer =
          house.post("/sandbox/messages", body, "Content-Type", "application/json").statusCode();
      if (answer != 202) {
        throw new IllegalStateException("The sandbox answered " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    house.settle();
    return news();
  }

  /** What has come since it was last looked at. */
  public List<Shown> news() {
    var to = URLEncoder.encode(number, StandardCharsets.UTF_8);
    var after = last == null ? "" : "&after=" + last;
    try {
      var json = house.get("/sandbox/messages?to=" + to + after).body();
      var all =
          house
              .bean(ObjectMapper.class)
              .readValue(json, Argument.listOf(Argument.mapOf(String.class, Object.class)));
      var shown = new ArrayList<Shown>();
      all.forEach(it -> shown.add(new Shown(it)));
      if (!shown.isEmpty()) {
        first = first == null ? shown.getFirst().id() : first;
        last = shown.getLast().id();
      }
      return shown;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
