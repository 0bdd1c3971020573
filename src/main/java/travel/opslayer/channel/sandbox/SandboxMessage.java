package travel.opslayer.channel.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.Sender;

/** A message of the sandbox, as its JSON has it. Mistakes are told in words. */
record SandboxMessage(Map<String, Object> fields) {

  private static final List<String> CONTENTS =
      List.of(
          "text", "button", "list", "reaction", "media", "location", "contact", "edit", "revoke");

  InboundEvent.Message event() {
    var from = required("from").replaceAll("[ -]", "");
    if (!from.matches("\\+?[1-9][0-9]{6,14}")) {
      throw new IllegalArgumentException(
          "The field from is no phone number. Maybe write it like +34600000101.");
    }
    return new InboundEvent.Message(
        required("id"),
        new Sender(List.of(Alias.phone(from)), text("name")),
        sentAt(),
        text("replyTo"),
        content());
  }

  private @Nullable Instant sentAt() {
    var given = text("sentAt");
    try {
      return given == null ? null : OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The field sentAt (%s) is no time. Maybe write 2026-11-08T20:31:02+05:45."
              .formatted(given));
    }
  }

  private Content content() {
    var kinds = CONTENTS.stream().filter(it -> fields.get(it) != null).toList();
    if (kinds.size() != 1) {
      throw new IllegalArgumentException(
          "There are %d kinds of content. Maybe give exactly one of %s."
              .formatted(kinds.size(), String.join(", ", CONTENTS)));
    }
    return switch (kinds.getFirst()) {
      case "button" -> tap(Content.Tap.Choice.BUTTON, "button");
      case "list" -> tap(Content.Tap.Choice.LIST, "list");
      case "reaction" -> new Content.Reaction(required("replyTo"), required("reaction"));
      case "media" -> media(object("media"));
      case "location" -> place(object("location"));
      case "contact" -> card(object("contact"));
      case "edit", "revoke" -> change(kinds.getFirst(), object(kinds.getFirst()));
      default -> new Content.Text(required("text"));
    };
  }

  private Content tap(Content.Tap.Choice choice, String field) {
    return new Content.Tap(choice, required(field), required(field));
  }

  /** As Meta sends it. */
  private static Content change(String kind, Map<String, Object> change) {
    var of = string(change.get("of"));
    if (of == null || of.isBlank()) {
      throw new IllegalArgumentException(
          "The %s names no message. Maybe give the id of one as of.".formatted(kind));
    }
    var words = string(change.get("text"));
    return new Content.Other(kind, words == null ? "" : words, Map.of("original_message_id", of));
  }

  private static Content media(Map<String, Object> media) {
    var kind = String.valueOf(media.get("kind")).toUpperCase(Locale.ROOT);
    if (kind.equals("VIEW_ONCE")) { // as providers tell what they do not pass on
      return new Content.Other("unsupported", "", Map.of("type", "view_once"));
    }
    var voice = kind.equals("VOICE");
    try {
      return new Content.Media(
          voice ? Content.Media.Type.AUDIO : Content.Media.Type.valueOf(kind),
          string(media.get("mediaId")),
          string(media.get("caption")),
          string(media.get("fileName")),
          string(media.get("mimeType")),
          voice);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The media kind (%s) is unknown. Maybe image, video, audio, document, sticker or view_once."
              .formatted(media.get("kind")),
          e);
    }
  }

  private static Content place(Map<String, Object> place) {
    if (place.get("latitude") instanceof Number latitude
        && place.get("longitude") instanceof Number longitude) {
      return new Content.Place(
          latitude.doubleValue(),
          longitude.doubleValue(),
          string(place.get("name")),
          string(place.get("address")));
    }
    throw new IllegalArgumentException(
        "The location has no numbers. Maybe give latitude and longitude in degrees.");
  }

  /** As Meta sends it. */
  private static Content card(Map<String, Object> card) {
    var phone = string(card.get("phone"));
    if (phone == null || phone.isBlank()) {
      throw new IllegalArgumentException(
          "The contact has no phone. Maybe write it like +34600000101.");
    }
    return new Content.Other(
        Content.Other.CONTACTS,
        "",
        Map.of("contacts", List.of(Map.of("phones", List.of(Map.of("phone", phone))))));
  }

  private Map<String, Object> object(String name) {
    if (fields.get(name) instanceof Map<?, ?> given) {
      var object = new LinkedHashMap<String, Object>();
      given.forEach((key, value) -> object.put(String.valueOf(key), value));
      return object;
    }
    throw new IllegalArgumentException("The field %s is no object.".formatted(name));
  }

  private String required(String name) {
    var given = text(name);
    if (given == null || given.isBlank()) {
      throw new IllegalArgumentException("The field %s is missing.".formatted(name));
    }
    return given;
  }

  private @Nullable String text(String name) {
    return string(fields.get(name));
  }

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : String.valueOf(value).replace("\0", "");
  }

  @Override
  public String toString() {
    return "sandbox message";
  }
}
