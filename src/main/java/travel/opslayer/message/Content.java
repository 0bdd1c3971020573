package travel.opslayer.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sender wrote, tapped or shared. */
public sealed interface Content {

  /** The word for this kind in the API and in the rules. */
  String kind();

  /** The words to understand: a text, a caption; empty where there are none. */
  default String words() {
    return "";
  }

  /** All else it brings, as the API shows it; without what is unknown. */
  default Map<String, Object> details() {
    return Map.of();
  }

  /** Words that somebody typed. */
  record Text(String body) implements Content {

    @Override
    public String kind() {
      return "text";
    }

    @Override
    public String words() {
      return body;
    }

    @Override
    public String toString() {
      return "text";
    }
  }

  /**
   * A tap on one of our choices.
   *
   * @param id the one we gave the choice when we sent it; empty when the provider kept it
   */
  record Tap(Choice choice, String id, String title) implements Content {

    /** What was tapped. */
    public enum Choice {
      BUTTON,
      LIST
    }

    @Override
    public String kind() {
      return choice.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("id", id, "title", title);
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /**
   * A picture, video, voice note, document or sticker. The bytes stay with the provider.
   *
   * @param mediaId the provider's id; null when the provider lost the media but kept the message
   * @param voice a voice note, spoken rather than shared
   */
  record Media(
      Type type,
      @Nullable String mediaId,
      @Nullable String caption,
      @Nullable String fileName,
      @Nullable String mimeType,
      boolean voice)
      implements Content {

    /** What sort of media it is. */
    public enum Type {
      IMAGE,
      VIDEO,
      AUDIO,
      DOCUMENT,
      STICKER
    }

    @Override
    public String kind() {
      return type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String words() {
      return caption == null ? "" : caption;
    }

    @Override
    public Map<String, Object> details() {
      var all = new LinkedHashMap<String, Object>();
      put(all, "mediaId", mediaId);
      put(all, "caption", caption);
      put(all, "fileName", fileName);
      put(all, "mimeType", mimeType);
      if (voice) {
        all.put("voice", true);
      }
      return all;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /** A place; latitude and longitude in degrees, 0 being as good as any other. */
  record Place(double latitude, double longitude, @Nullable String name, @Nullable String address)
      implements Content {

    @Override
    public String kind() {
      return "location";
    }

    @Override
    public Map<String, Object> details() {
      var all = new LinkedHashMap<String, Object>();
      all.put("latitude", latitude);
      all.put("longitude", longitude);
      put(all, "name", name);
      put(all, "address", address);
      return all;
    }

    @Override
    public String toString() {
      return "location";
    }
  }

  /**
   * A reaction to a message.
   *
   * @param target the provider's id of that message
   * @param emoji null when the reaction was taken back
   */
  record Reaction(String target, @Nullable String emoji) implements Content {

    @Override
    public String kind() {
      return "reaction";
    }

    @Override
    public Map<String, Object> details() {
      var all = new LinkedHashMap<String, Object>();
      all.put("target", target);
      put(all, "emoji", emoji);
      return all;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /**
   * A kind that we keep and show but read no further: contacts, order, interactive, system, edit,
   * revoke or unsupported.
   *
   * @param details what the provider told, by its names
   */
  record Other(String kind, String words, Map<String, Object> details) implements Content {

    /** Somebody has changed what they wrote. */
    public static final String EDIT = "edit";

    /** The cards of people. */
    public static final String CONTACTS = "contacts";

    /** Somebody has deleted what they wrote. */
    public static final String REVOKE = "revoke";

    /** The provider's id of the message that this one changes or deletes. */
    public Optional<String> changes() {
      return (kind.equals(EDIT) || kind.equals(REVOKE))
              && details.get("original_message_id") instanceof String id
          ? Optional.of(id)
          : Optional.empty();
    }

    /** The phones on the cards of people, digits only. */
    public List<String> phones() {
      return kind.equals(CONTACTS)
          ? each(details.get("contacts"))
              .flatMap(it -> each(it.get("phones")))
              .flatMap(it -> Stream.of("wa_id", "phone").map(it::get))
              .filter(Objects::nonNull)
              .map(it -> it.toString().replaceAll("[^0-9]", ""))
              .distinct()
              .toList()
          : List.of();
    }

    private static Stream<Map<?, ?>> each(@Nullable Object list) {
      return list instanceof List<?> all
          ? all.stream().filter(Map.class::isInstance).map(it -> (Map<?, ?>) it)
          : Stream.of();
    }

    @Override
    public String toString() {
      return kind;
    }
  }

  private static void put(Map<String, Object> all, String name, @Nullable String value) {
    if (value != null) {
      all.put(name, value);
    }
  }
}
