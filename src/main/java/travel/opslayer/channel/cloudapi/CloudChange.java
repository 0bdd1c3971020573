package travel.opslayer.channel.cloudapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.message.DeliveryStatus;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.InboundEvent.Message;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.InboundEvent.Status;
import travel.opslayer.message.InboundEvent.Unreadable;

/**
 * One change: a field of the account and its new value, which may hold many elements.
 *
 * @param field Meta's name for what the change is about
 */
record CloudChange(String field, Node value) {
  private static final String MESSAGES = "messages";
  private static final int LONGEST_ID = 512;
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  /** The members of a value that are lists of events. */
  private static final Set<String> LISTS =
      Set.of(
          MESSAGES,
          "statuses",
          "errors",
          "calls",
          "message_echoes",
          "groups",
          "user_preferences",
          "user_id_update");

  static CloudChange of(Node change) {
    return new CloudChange(change.at("field").textOr(MESSAGES), change.at("value"));
  }

  static CloudChange bare(Node value) {
    return new CloudChange(MESSAGES, value);
  }

  @Nullable String phoneNumberId() {
    return value.at("metadata").at("phone_number_id").text();
  }

  Stream<InboundEvent> events() {
    var lists = value.map().keySet().stream().filter(this::isList).toList();
    if (lists.isEmpty() && !isAboutMessages()) {
      return Stream.of(new Notice(kind(field), value.map()));
    }
    return lists.stream().flatMap(this::elements);
  }

  private boolean isAboutMessages() {
    return field.equals(MESSAGES);
  }

  /** Where messages are expected, a list of another shape is a dead letter and not silence. */
  private boolean isList(String name) {
    return LISTS.contains(name) && (value.at(name).isArray() || isAboutMessages());
  }

  private Stream<InboundEvent> elements(String list) {
    return value.at(list).isArray()
        ? value.at(list).elements().map(it -> element(list, it))
        : Stream.of(new Unreadable("The member '%s' is not a list.".formatted(list)));
  }

  private InboundEvent element(String list, Node element) {
    try {
      return element.isObject() ? read(list, element) : unreadable(list, "no object");
    } catch (UnreadableElement e) {
      return new Unreadable(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) { // one bad element never spoils its siblings
      return unreadable(list, e.getClass().getSimpleName());
    }
  }

  private static Unreadable unreadable(String list, String why) {
    return new Unreadable("An element of '%s' cannot be read (%s).".formatted(list, why));
  }

  private InboundEvent read(String list, Node element) {
    if (list.equals("errors")) {
      return new Notice(list, element.map());
    }
    if (!isAboutMessages()) {
      return new Notice(kind(field), element.map());
    }
    return switch (list) {
      case MESSAGES -> message(element);
      case "statuses" -> status(element);
      default -> new Notice(list, element.map());
    };
  }

  /** The provider's words reach meters and logs, so they must be words. */
  private static String kind(String field) {
    return field.matches("[a-z0-9_]{1,64}") ? field : "unknown_field";
  }

  private InboundEvent message(Node message) {
    if (isOurs(message.at("from").text())) {
      return new Notice("own_number");
    }
    var sender = CloudSender.of(message, value.at("contacts").elements().toList());
    if (sender.isEmpty()) {
      return new Unreadable("A message has no usable sender.");
    }
    return new Message(
        idOrHash(message),
        sender.get(),
        message.at("timestamp").instant(),
        id(message.at("context").at("id")),
        CloudContent.of(message),
        extras(message));
  }

  private boolean isOurs(@Nullable String from) {
    var metadata = value.at("metadata");
    return from != null
        && Stream.of("phone_number_id", "display_phone_number")
            .map(it -> NO_DIGIT.matcher(metadata.at(it).textOr("")).replaceAll(""))
            .filter(it -> !it.isEmpty())
            .anyMatch(from.replace("+", "")::equals);
  }

  private static @Nullable String id(Node id) {
    var text = id.text();
    if (text != null && text.length() > LONGEST_ID) {
      throw new UnreadableElement(
          "An id (%d characters) is longer than any.".formatted(text.length()));
    }
    return text;
  }

  /** Some messages come without an id; the same message comes again with the same content. */
  private static String idOrHash(Node message) {
    var id = id(message.at("id"));
    return id == null ? "sha256:" + hash(Json.write(message.map())) : id;
  }

  private static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private static Map<String, Object> extras(Node message) {
    var extras = new LinkedHashMap<String, Object>();
    var context = message.at("context");
    Stream.of("forwarded", "frequently_forwarded")
        .filter(it -> context.at(it).isTrue())
        .forEach(it -> extras.put(it, true));
    put(extras, "referred_product", context.at("referred_product"));
    put(extras, "referral", message.at("referral"));
    put(extras, "group_id", message.at("group_id"));
    return extras;
  }

  private static void put(Map<String, Object> extras, String name, Node node) {
    if (node.value() != null) {
      extras.put(name, node.value());
    }
  }

  private static InboundEvent status(Node status) {
    if (status.at("type").textOr("").equals("call")) {
      return new Notice("calls", status.map());
    }
    var id = id(status.at("id"));
    var word = status.at("status").text();
    if (id == null || word == null) {
      return new Unreadable("A status has no message id or no word.");
    }
    return new Status(
        id,
        id(status.at("biz_opaque_callback_data")),
        word,
        reached(word),
        status.at("timestamp").instant(),
        status.at("errors").first().at("code").text());
  }

  /** A voice note that was played has been read; deleted and warning change nothing. */
  private static @Nullable DeliveryStatus reached(String word) {
    return word.equals("played") ? DeliveryStatus.READ : DeliveryStatus.of(word).orElse(null);
  }
}
