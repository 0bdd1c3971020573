package travel.opslayer.channel.cloudapi;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import travel.opslayer.message.Content;
import travel.opslayer.message.Content.Media;
import travel.opslayer.message.Content.Other;
import travel.opslayer.message.Content.Place;
import travel.opslayer.message.Content.Reaction;
import travel.opslayer.message.Content.Tap;
import travel.opslayer.message.Content.Tap.Choice;
import travel.opslayer.message.Content.Text;

/** What a message says. */
final class CloudContent {

  /** The types we know; each is also the name of the member that holds the content. */
  private static final Map<String, Function<Node, Content>> READERS =
      Map.ofEntries(
          Map.entry("text", CloudContent::text),
          Map.entry("image", it -> media(Media.Type.IMAGE, it)),
          Map.entry("video", it -> media(Media.Type.VIDEO, it)),
          Map.entry("audio", it -> media(Media.Type.AUDIO, it)),
          Map.entry("voice", CloudContent::oldVoice),
          Map.entry("document", it -> media(Media.Type.DOCUMENT, it)),
          Map.entry("sticker", it -> media(Media.Type.STICKER, it)),
          Map.entry("location", CloudContent::place),
          Map.entry("reaction", CloudContent::reaction),
          Map.entry("button", CloudContent::button),
          Map.entry("interactive", CloudContent::interactive),
          Map.entry("contacts", CloudContent::contacts),
          Map.entry("order", it -> new Other("order", it.at("text").textOr(""), it.map())),
          Map.entry("system", it -> new Other("system", "", it.map())),
          Map.entry("edit", CloudContent::edit),
          Map.entry("revoke", it -> new Other("revoke", "", it.map())));

  private CloudContent() {}

  static Content of(Node message) {
    var type = type(message);
    var reader = READERS.get(type);
    return reader == null ? unsupported(type, message) : reader.apply(message.at(type));
  }

  /** Where the type is missing, the first member that we know tells it. */
  private static String type(Node message) {
    var type = message.at("type").text();
    return type != null
        ? type
        : message.map().keySet().stream().filter(READERS::containsKey).findFirst().orElse("");
  }

  private static Text text(Node text) {
    if (!(text.at("body").value() instanceof String body)) {
      throw new UnreadableElement("A text message has no text.");
    }
    return new Text(body);
  }

  private static Media media(Media.Type type, Node media) {
    return new Media(
        type,
        media.at("id").text(),
        media.at("caption").text(),
        media.at("filename").text(),
        media.at("mime_type").text(),
        media.at("voice").isTrue());
  }

  private static Media oldVoice(Node media) {
    return new Media(
        Media.Type.AUDIO, media.at("id").text(), null, null, media.at("mime_type").text(), true);
  }

  private static Place place(Node location) {
    var latitude = location.at("latitude").number();
    var longitude = location.at("longitude").number();
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new UnreadableElement("A location has no place on earth.");
    }
    return new Place(
        latitude, longitude, location.at("name").text(), location.at("address").text());
  }

  /** An empty emoji takes the reaction back as a missing one does. */
  private static Reaction reaction(Node reaction) {
    var target = reaction.at("message_id").text();
    if (target == null) {
      throw new UnreadableElement("A reaction does not name its message.");
    }
    return new Reaction(target, reaction.at("emoji").text());
  }

  private static Tap button(Node button) {
    return tap(Choice.BUTTON, button.at("payload").text(), button.at("text").text());
  }

  private static Tap tap(Choice choice, @Nullable String id, @Nullable String title) {
    if (id == null && title == null) {
      throw new UnreadableElement("A tap names neither the choice nor its title.");
    }
    return new Tap(choice, id == null ? "" : id, title == null ? "" : title);
  }

  private static Content interactive(Node interactive) {
    var kind = interactive.at("type").textOr("");
    var reply = interactive.at(kind);
    return switch (kind) {
      case "button_reply" -> tap(Choice.BUTTON, reply.at("id").text(), reply.at("title").text());
      case "list_reply" -> tap(Choice.LIST, reply.at("id").text(), reply.at("title").text());
      default -> new Other("interactive", "", withForm(interactive));
    };
  }

  /** The answers of a form come as JSON in a text; what is no object there stays a text. */
  private static Map<String, Object> withForm(Node interactive) {
    var form = form(interactive.at("nfm_reply").at("response_json").textOr(""));
    if (form.isEmpty()) {
      return interactive.map();
    }
    var all = new LinkedHashMap<>(interactive.map());
    all.put("form", form);
    return all;
  }

  private static Map<String, Object> form(String json) {
    try {
      return Json.read(json).map();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static Other contacts(Node contacts) {
    return new Other(
        Other.CONTACTS,
        "",
        contacts.value() == null ? Map.of() : Map.of("contacts", contacts.value()));
  }

  private static Other edit(Node edit) {
    var edited = edit.at("message");
    var content = edited.at(type(edited));
    var words = content.at("body").textOr(content.at("caption").textOr(""));
    return new Other("edit", words, edit.map());
  }

  private static Other unsupported(String type, Node message) {
    var all = new LinkedHashMap<String, Object>();
    all.put("type", type.isEmpty() ? "unknown" : type.toLowerCase(Locale.ROOT));
    for (var name : new String[] {type, "errors"}) {
      var value = message.at(name).value();
      if (value != null) {
        all.put(name, value);
      }
    }
    return new Other("unsupported", "", all);
  }
}
