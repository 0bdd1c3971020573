package travel.opslayer.outbox;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Choice;

/** What we say, as it is stored: sealed, both as free text and as approved template. */
@Singleton
public final class SealedContent {

  /** The column, for the seal; incoming messages have another. */
  private static final String COLUMN = "whatsapp_messages.content out";

  private final Vault vault;
  private final ObjectMapper json;

  SealedContent(Vault vault, ObjectMapper json) {
    this.vault = vault;
    this.json = json;
  }

  /** Both forms of one message; which of them leaves is decided when it leaves. */
  public record Both(OutboundContent content, OutboundContent.@Nullable Template approved) {}

  public byte[] seal(int tenant, OutboundContent content, OutboundContent.Template approved) {
    var all = new LinkedHashMap<String, Object>();
    all.put("kind", content.kind());
    all.put("text", content.text());
    switch (content) {
      case OutboundContent.Text ignored -> {}
      case OutboundContent.Buttons it -> all.put("choices", choices(it.choices()));
      case OutboundContent.Menu it -> {
        all.put("opener", it.opener());
        all.put("choices", choices(it.rows()));
      }
      case OutboundContent.Template ignored -> {}
    }
    all.put("name", approved.name());
    all.put("language", approved.language());
    all.put("values", approved.values());
    try {
      return vault.seal(tenant, COLUMN, json.writeValueAsBytes(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Both open(int tenant, byte[] sealed) {
    try {
      var all =
          json.readValue(
              vault.open(tenant, COLUMN, sealed), Argument.mapOf(String.class, Object.class));
      var text = text(all, "text");
      var approved =
          new OutboundContent.Template(
              text(all, "name"),
              text(all, "language"),
              texts(all.get("values")),
              text,
              text(all, "kind").equals("buttons") ? choices(all.get("choices")) : List.of());
      return new Both(content(all, text, approved), approved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OutboundContent content(
      Map<String, Object> all, String text, OutboundContent.Template approved) {
    return switch (text(all, "kind")) {
      case "buttons" -> new OutboundContent.Buttons(text, choices(all.get("choices")));
      case "list" ->
          new OutboundContent.Menu(text, text(all, "opener"), choices(all.get("choices")));
      case "template" -> approved;
      default -> new OutboundContent.Text(text);
    };
  }

  private static List<Map<String, String>> choices(List<Choice> choices) {
    return choices.stream()
        .map(it -> Map.of("id", it.id(), "title", it.title(), "description", it.description()))
        .toList();
  }

  private static List<Choice> choices(@Nullable Object stored) {
    return stored instanceof List<?> list
        ? list.stream()
            .map(it -> (Map<?, ?>) it)
            .map(
                it ->
                    new Choice(
                        String.valueOf(it.get("id")),
                        String.valueOf(it.get("title")),
                        String.valueOf(it.get("description"))))
            .toList()
        : List.of();
  }

  private static List<String> texts(@Nullable Object stored) {
    return stored instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static String text(Map<String, Object> all, String name) {
    return String.valueOf(all.get(name));
  }
}
