package travel.opslayer.api;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.SealedMessage;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.outbox.SealedContent;

/** Opens what was written, by others and by us. */
@Singleton
final class Writing {

  private final SealedMessage heard;
  private final SealedContent said;

  Writing(SealedMessage heard, SealedContent said) {
    this.heard = heard;
    this.said = said;
  }

  /** The words of a message and all else it brings. */
  record Words(
      String kind,
      String text,
      Map<String, Object> content,
      @Nullable String providerId,
      @Nullable String replyTo) {

    @Override
    public String toString() {
      return kind;
    }
  }

  Words heard(int tenant, byte[] sealed) {
    var all = heard.open(tenant, sealed);
    var content = new LinkedHashMap<String, Object>();
    if (all.get("content") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> content.put(String.valueOf(name), value));
    }
    return new Words(
        "",
        String.valueOf(all.getOrDefault("text", "")),
        content,
        text(all, "providerId"),
        text(all, "replyTo"));
  }

  /**
   * @param free whether it left as free text, or as the approved template; null when it has not
   *     left
   */
  Words said(int tenant, byte[] sealed, @Nullable Boolean free) {
    var both = said.open(tenant, sealed);
    var form = Boolean.FALSE.equals(free) ? both.approved() : both.content();
    var shown = form == null ? both.content() : form;
    return new Words(shown.kind(), shown.text(), content(shown), null, null);
  }

  private static Map<String, Object> content(OutboundContent said) {
    return switch (said) {
      case OutboundContent.Text ignored -> Map.of();
      case OutboundContent.Buttons it -> Map.of("buttons", choices(it.choices()));
      case OutboundContent.Menu it -> Map.of("opener", it.opener(), "rows", rows(it.rows()));
      case OutboundContent.Template it ->
          Map.of("name", it.name(), "language", it.language(), "values", it.values());
    };
  }

  private static List<Map<String, String>> choices(List<Choice> choices) {
    return choices.stream().map(it -> Map.of("id", it.id(), "title", it.title())).toList();
  }

  private static List<Map<String, String>> rows(List<Choice> rows) {
    return rows.stream()
        .map(it -> Map.of("id", it.id(), "title", it.title(), "description", it.description()))
        .toList();
  }

  private static @Nullable String text(Map<String, Object> all, String name) {
    var value = all.get(name);
    return value == null ? null : String.valueOf(value);
  }
}
