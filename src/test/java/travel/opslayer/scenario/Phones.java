package travel.opslayer.scenario;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.House;

/** The phones of the sandbox, driven from outside as its API has it. */
public final class Phones {

  private static final String KATHMANDU = "+05:45";

  private final House house;

  public Phones(House house) {
    this.house = house;
  }

  /** A message on a phone; choices are the ids of what can be tapped. */
  public record Shown(
      String id,
      String kind,
      String template,
      String language,
      String text,
      List<String> choices,
      String decision) {}

  /** In Kathmandu it is now; nothing is done about it yet. */
  public void at(String local) {
    house.moveTo(OffsetDateTime.parse(local + KATHMANDU).toInstant());
  }

  public void writes(String from, String id, String sentAt, String text) {
    send(from, id, Map.of("text", text, "sentAt", sentAt + KATHMANDU, "name", "Lucía"));
  }

  /** Somebody else than Lucía. */
  public void writes(String from, String name, String id, String sentAt, String text) {
    send(from, id, Map.of("text", text, "sentAt", sentAt + KATHMANDU, "name", name));
  }

  public void quotes(String from, String id, String quoted, String text) {
    send(from, id, Map.of("text", text, "replyTo", quoted));
  }

  /** Written at that time, whenever it comes; quoting nothing, where nothing is named. */
  public void quotes(String from, String id, @Nullable String quoted, String sentAt, String text) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("text", text);
    fields.put("sentAt", sentAt + KATHMANDU);
    if (quoted != null) {
      fields.put("replyTo", quoted);
    }
    send(from, id, fields);
  }

  public void taps(String from, String id, String choice) {
    send(from, id, Map.of("button", choice));
  }

  /** Tapped at that time, whenever it comes. */
  public void tapsAt(String from, String id, String sentAt, String choice) {
    send(from, id, Map.of("button", choice, "sentAt", sentAt + KATHMANDU));
  }

  /** Somebody's card. */
  public void showsCard(String from, String id, String phone) {
    send(from, id, Map.of("contact", Map.of("phone", phone)));
  }

  public void isAt(String from, String id, String sentAt, double latitude, double longitude) {
    send(
        from,
        id,
        Map.of(
            "location",
            Map.of("latitude", latitude, "longitude", longitude),
            "sentAt",
            sentAt + KATHMANDU));
  }

  /** A voice note; with what it says, where somebody has written that down. */
  public void speaks(String from, String id, String sentAt, @Nullable String says) {
    var media = new LinkedHashMap<String, Object>(Map.of("kind", "audio"));
    if (says != null) {
      media.put("caption", says);
    }
    send(from, id, Map.of("media", media, "sentAt", sentAt + KATHMANDU));
  }

  /** Changes a message of theirs. */
  public void edits(String from, String id, String of, String text) {
    send(from, id, Map.of("edit", Map.of("of", of, "text", text)));
  }

  /** Deletes a message of theirs. */
  public void revokes(String from, String id, String of) {
    send(from, id, Map.of("revoke", Map.of("of", of)));
  }

  /** Taps a choice of this message: providers say which one it was. */
  public void taps(String from, String id, String quoted, String choice) {
    send(from, id, Map.of("button", choice, "replyTo", quoted));
  }

  public void reacts(String from, String id, String to, String emoji) {
    send(from, id, Map.of("reaction", emoji, "replyTo", to));
  }

  public void shows(String from, String id, String kind, String caption) {
    send(from, id, Map.of("media", Map.of("kind", kind, "caption", caption)));
  }

  /** Something with more than a caption: base64, fileName, size. */
  public void shows(String from, String id, String sentAt, Map<String, Object> media) {
    send(from, id, Map.of("media", media, "sentAt", sentAt + KATHMANDU));
  }

  public void says(String from, String id, String sentAt) {
    send(
        from,
        id,
        Map.of("media", Map.of("kind", "audio"), "sentAt", sentAt + KATHMANDU, "name", "Lucía"));
  }

  public List<Shown> of(String phone) {
    return messages(phone).stream().map(Phones::shown).toList();
  }

  private List<Map<String, Object>> messages(String phone) {
    var to = URLEncoder.encode(phone, StandardCharsets.UTF_8);
    var answer = house.get("/sandbox/messages?to=" + to).body();
    try {
      return house
          .bean(ObjectMapper.class)
          .readValue(answer, Argument.listOf(Argument.mapOf(String.class, Object.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of each message the words on its buttons, or of the rows of its list. */
  public List<List<String>> titles(String phone) {
    return messages(phone).stream().map(it -> choices(it, "title")).toList();
  }

  private static List<String> choices(Map<String, Object> message, String what) {
    return message.getOrDefault("buttons", message.get("rows")) instanceof List<?> list
        ? list.stream().map(it -> String.valueOf(((Map<?, ?>) it).get(what))).toList()
        : List.of();
  }

  private static Shown shown(Map<String, Object> message) {
    return new Shown(
        (String) message.get("id"),
        (String) message.get("kind"),
        (String) message.get("template"),
        (String) message.get("language"),
        (String) message.get("text"),
        choices(message, "id"),
        (String) message.get("decision"));
  }

  private void send(String from, String id, Map<String, Object> fields) {
    var message = new LinkedHashMap<String, Object>(fields);
    message.put("from", from);
    message.put("id", id);
    try {
      var body = house.bean(ObjectMapper.class).writeValueAsBytes(message);
      var answer = house.post("/sandbox/messages", body, "content-type", "application/json");
      if (answer.statusCode() != 202) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
