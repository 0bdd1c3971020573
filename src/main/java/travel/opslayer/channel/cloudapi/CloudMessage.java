package travel.opslayer.channel.cloudapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import travel.opslayer.channel.SendResult.Rejected;
import travel.opslayer.message.Alias;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Buttons;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.message.OutboundContent.Menu;
import travel.opslayer.message.OutboundContent.Template;
import travel.opslayer.message.OutboundContent.Text;
import travel.opslayer.message.OutboundMessage;

/** A message as the Cloud API takes it, or the reason why it would not. */
public sealed interface CloudMessage {

  /** The body of the call. */
  record Ready(String json) implements CloudMessage {

    /** Never the body: it is what we write to people. */
    @Override
    public String toString() {
      return "ready";
    }
  }

  /** It breaks a limit, so it is not sent. */
  record TooMuch(Rejected result) implements CloudMessage {}

  static CloudMessage of(OutboundMessage message) {
    return CloudLimits.broken(message.content())
        .<CloudMessage>map(it -> new TooMuch(new Rejected("limit", it)))
        .orElseGet(() -> new Ready(json(message)));
  }

  private static String json(OutboundMessage message) {
    var body = Json.object("messaging_product", "whatsapp", "recipient_type", "individual");
    body.put(address(message.to()), message.to().value());
    body.putAll(content(message.content()));
    body.put("biz_opaque_callback_data", message.id().toString());
    return Json.write(body);
  }

  private static String address(Alias to) {
    return switch (to.kind()) {
      case PHONE -> "to";
      case BSUID -> "recipient";
    };
  }

  private static Map<String, Object> content(OutboundContent content) {
    return switch (content) {
      case Text it -> typed("text", Json.object("body", it.text(), "preview_url", false));
      case Buttons it -> typed("interactive", buttons(it));
      case Menu it -> typed("interactive", menu(it));
      case Template it -> typed("template", template(it));
    };
  }

  private static Map<String, Object> typed(String type, Map<String, Object> content) {
    return Json.object("type", type, type, content);
  }

  private static Map<String, Object> buttons(Buttons message) {
    var buttons = message.choices().stream().map(CloudMessage::button).toList();
    return interactive("button", message.text(), Json.object("buttons", buttons));
  }

  private static Map<String, Object> interactive(
      String type, String text, Map<String, Object> action) {
    return Json.object("type", type, "body", Json.object("text", text), "action", action);
  }

  private static Map<String, Object> button(Choice choice) {
    var title = Cut.to(CloudLimits.BUTTON_TITLE, choice.title());
    return Json.object("type", "reply", "reply", Json.object("id", choice.id(), "title", title));
  }

  private static Map<String, Object> menu(Menu message) {
    var section = Json.object("rows", message.rows().stream().map(CloudMessage::row).toList());
    var opener = Cut.to(CloudLimits.OPENER, message.opener());
    return interactive(
        "list", message.text(), Json.object("button", opener, "sections", List.of(section)));
  }

  private static Map<String, Object> row(Choice choice) {
    var row =
        Json.object("id", choice.id(), "title", Cut.to(CloudLimits.ROW_TITLE, choice.title()));
    var description = Cut.to(CloudLimits.ROW_DESCRIPTION, choice.description());
    if (!description.isEmpty()) {
      row.put("description", description);
    }
    return row;
  }

  private static Map<String, Object> template(Template message) {
    var template =
        Json.object("name", message.name(), "language", Json.object("code", message.language()));
    var components = new ArrayList<Map<String, Object>>();
    if (!message.values().isEmpty()) {
      var values = message.values().stream().map(CloudMessage::parameter).toList();
      components.add(Json.object("type", "body", "parameters", values));
    }
    for (var i = 0; i < message.choices().size(); i++) {
      components.add(button(i, message.choices().get(i)));
    }
    if (!components.isEmpty()) {
      template.put("components", components);
    }
    return template;
  }

  /** What comes back with a tap on a button whose title the provider has. */
  private static Map<String, Object> button(int place, Choice choice) {
    return Json.object(
        "type",
        "button",
        "sub_type",
        "quick_reply",
        "index",
        String.valueOf(place),
        "parameters",
        List.of(Json.object("type", "payload", "payload", choice.id())));
  }

  private static Map<String, Object> parameter(String value) {
    return Json.object("type", "text", "text", Cut.value(value));
  }
}
