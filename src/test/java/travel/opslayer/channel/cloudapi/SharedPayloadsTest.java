package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.channel.SharedFixtures;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Content;
import travel.opslayer.message.Content.Media;
import travel.opslayer.message.Content.Place;
import travel.opslayer.message.Content.Reaction;
import travel.opslayer.message.Content.Tap;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.InboundEvent.Message;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.InboundEvent.Status;
import travel.opslayer.message.InboundEvent.Unreadable;

/** Every payload of the shared collection against what it says a correct parser gets. */
class SharedPayloadsTest {

  static Stream<Node> index(String part, String folder) throws IOException {
    return SharedFixtures.folder().isEmpty()
        ? Stream.empty()
        : Json.read(SharedFixtures.read("INDEX.json"))
            .at(part)
            .elements()
            .filter(it -> it.at("file").textOr("").startsWith(folder));
  }

  @TestFactory
  Stream<DynamicTest> meta() throws IOException {
    return index("inbound", "meta/").map(SharedPayloadsTest::test);
  }

  @TestFactory
  Stream<DynamicTest> d360() throws IOException {
    return index("inbound", "d360/").map(SharedPayloadsTest::test);
  }

  private static DynamicTest test(Node entry) {
    var file = entry.at("file").textOr("");
    return DynamicTest.dynamicTest(file, () -> check(file, entry.at("expect").elements().toList()));
  }

  private static void check(String file, List<Node> expected) throws IOException {
    List<InboundEvent> events;
    try {
      events = new CloudPayload("").events(SharedFixtures.read(file));
    } catch (MalformedPayload e) {
      assertThat(expected)
          .singleElement()
          .extracting(it -> it.at("kind").text())
          .isEqualTo("reject");
      return;
    }
    messages(expected, events);
    statuses(expected, events);
    notices(expected, events);
  }

  private static boolean is(Node expected, String kind) {
    return expected.at("kind").textOr("").equals(kind);
  }

  private static void messages(List<Node> expected, List<InboundEvent> events) {
    var wanted = expected.stream().filter(it -> is(it, "message")).toList();
    var got =
        events.stream()
            .filter(
                it ->
                    it instanceof Message
                        || it instanceof Unreadable
                        || it.equals(new Notice("own_number")))
            .filter(it -> !wanted.isEmpty() || it instanceof Message)
            .toList();
    assertThat(got).hasSameSizeAs(wanted);
    for (var i = 0; i < got.size(); i++) {
      message(wanted.get(i), got.get(i));
    }
  }

  private static void message(Node expected, InboundEvent event) {
    var warnings = Json.write(expected.map());
    if (warnings.contains("from is our own number")) {
      assertThat(event).isEqualTo(new Notice("own_number"));
    } else if (!expected.at("reject").isMissing()) {
      assertThat(event).isInstanceOf(Unreadable.class);
    } else {
      var message = (Message) event;
      assertThat(message.id()).isEqualTo(expected.at("id").textOr(message.id()));
      assertThat(message.sentAt()).isEqualTo(instant(expected));
      assertThat(message.replyTo()).isEqualTo(expected.at("replyTo").text());
      sender(expected, message, warnings);
      extras(expected, message);
      content(expected, message.content());
    }
  }

  private static @Nullable Instant instant(Node expected) {
    var ts = expected.at("ts").textOr("INVALID");
    return ts.startsWith("INVALID") ? null : Instant.parse(ts);
  }

  private static void sender(Node expected, Message message, String warnings) {
    var system = expected.at("type").textOr("").equals("system");
    var aliases =
        Stream.of(
                alias(expected.at("fromPhone").text(), Alias.Kind.PHONE),
                alias(expected.at("fromBsuid").text(), Alias.Kind.BSUID),
                alias(expected.at("fromParentBsuid").text(), Alias.Kind.BSUID))
            .flatMap(it -> it)
            .toList();
    if (!(system && aliases.isEmpty())) {
      assertThat(message.sender().aliases()).isEqualTo(aliases);
    }
    if (!warnings.contains("do not link")) {
      assertThat(message.sender().name()).isEqualTo(expected.at("name").text());
    }
  }

  private static Stream<Alias> alias(@Nullable String value, Alias.Kind kind) {
    return Stream.ofNullable(value).map(it -> new Alias(kind, it));
  }

  private static void extras(Node expected, Message message) {
    var extras = new Node(message.extras());
    assertThat(extras.at("forwarded").isTrue()).isEqualTo(expected.at("forwarded").isTrue());
    assertThat(extras.at("frequently_forwarded").isTrue())
        .isEqualTo(expected.at("frequentlyForwarded").isTrue());
    assertThat(extras.at("group_id").text()).isEqualTo(expected.at("groupId").text());
    assertThat(extras.at("referral").isMissing()).isEqualTo(expected.at("referral").isMissing());
    assertThat(extras.at("referred_product").isMissing())
        .isEqualTo(expected.at("referredProduct").isMissing());
  }

  private static void content(Node expected, Content content) {
    assertThat(content.kind()).isEqualTo(kind(expected));
    switch (content) {
      case Content.Text text -> assertThat(text.body()).isEqualTo(expected.at("text").text());
      case Tap tap -> {
        assertThat(tap.id()).isEqualTo(expected.at("payload").textOr(""));
        assertThat(tap.title()).isEqualTo(expected.at("text").textOr(""));
      }
      case Media media -> media(expected, media);
      case Place place -> {
        assertThat(place.latitude()).isEqualTo(expected.at("lat").number());
        assertThat(place.longitude()).isEqualTo(expected.at("lon").number());
        assertThat(place.name()).isEqualTo(expected.at("locName").text());
        assertThat(place.address()).isEqualTo(expected.at("address").text());
      }
      case Reaction reaction -> {
        assertThat(reaction.target()).isEqualTo(expected.at("target").text());
        assertThat(reaction.emoji()).isEqualTo(expected.at("emoji").text());
        assertThat(reaction.emoji() == null).isEqualTo(expected.at("removed").isTrue());
      }
      case Content.Other other -> other(expected, new Node(other.details()), other);
    }
  }

  private static String kind(Node expected) {
    var type = expected.at("type").textOr("");
    return switch (expected.at("interactive").textOr(type)) {
      case "button_reply" -> "button";
      case "list_reply" -> "list";
      case "voice" -> "audio";
      case "unknown", "ephemeral" -> "unsupported";
      default -> type;
    };
  }

  private static void media(Node expected, Media media) {
    assertThat(media.mediaId()).isEqualTo(expected.at("mediaId").text());
    assertThat(media.caption()).isEqualTo(expected.at("caption").text());
    assertThat(media.fileName()).isEqualTo(expected.at("filename").text());
    assertThat(media.mimeType()).isEqualTo(expected.at("mime").text());
    assertThat(media.voice())
        .isEqualTo(expected.at("voice").isTrue() || expected.at("type").textOr("").equals("voice"));
  }

  private static void other(Node expected, Node details, Content.Other other) {
    switch (other.kind()) {
      case "edit" -> {
        assertThat(other.words()).isEqualTo(expected.at("text").textOr(""));
        assertThat(details.at("original_message_id").text())
            .isEqualTo(expected.at("target").text());
        assertThat(details.at("message").at("type").text())
            .isEqualTo(expected.at("editedType").text());
      }
      case "revoke" ->
          assertThat(details.at("original_message_id").text())
              .isEqualTo(expected.at("target").text());
      case "contacts" ->
          assertThat(
                  details
                      .at("contacts")
                      .elements()
                      .map(it -> it.at("name").at("formatted_name").text()))
              .isEqualTo(
                  expected.at("contacts").elements().map(it -> it.at("name").text()).toList());
      case "order" ->
          assertThat(details.at("product_items").elements())
              .hasSize((int) expected.at("items").elements().count());
      case "system" -> {
        assertThat(details.at("type").text()).isEqualTo(expected.at("systemType").text());
        assertThat(details.at("body").text()).isEqualTo(expected.at("body").text());
        assertThat(details.at("user_id").text()).isEqualTo(expected.at("newBsuid").text());
        assertThat(details.at("wa_id").textOr(details.at("new_wa_id").textOr("")))
            .isEqualTo(expected.at("newPhone").textOr(""));
      }
      case "interactive" -> interactive(expected, details);
      default -> {
        assertThat(codes(details)).isEqualTo(codes(expected));
        assertThat(details.at("unsupported").at("type").text())
            .isEqualTo(expected.at("unsupportedType").text());
      }
    }
  }

  private static void interactive(Node expected, Node details) {
    assertThat(details.at("type").text()).isEqualTo(expected.at("interactive").text());
    assertThat(details.at("form").map()).isEqualTo(expected.at("flow").map());
    assertThat(details.at("nfm_reply").at("body").text()).isEqualTo(expected.at("text").text());
    assertThat(details.at("call_permission_reply").at("response").text())
        .isEqualTo(expected.at("permission").text());
  }

  private static List<String> codes(Node node) {
    return node.at("errors")
        .elements()
        .map(it -> it.isObject() ? it.at("code").text() : it.text())
        .toList();
  }

  private static void statuses(List<Node> expected, List<InboundEvent> events) {
    var wanted = expected.stream().filter(it -> is(it, "status")).toList();
    var got = events.stream().filter(Status.class::isInstance).map(Status.class::cast).toList();
    assertThat(got).hasSameSizeAs(wanted);
    for (var i = 0; i < got.size(); i++) {
      var want = wanted.get(i);
      assertThat(got.get(i).messageId()).isEqualTo(want.at("id").text());
      assertThat(got.get(i).word()).isEqualTo(want.at("status").text());
      assertThat(got.get(i).at()).isEqualTo(instant(want));
      assertThat(got.get(i).ourId()).isEqualTo(want.at("opaque").text());
      assertThat(got.get(i).error()).isEqualTo(want.at("errors").first().text());
    }
  }

  private static void notices(List<Node> expected, List<InboundEvent> events) {
    var wanted =
        expected.stream()
            .map(it -> it.at("kind").textOr(""))
            .filter(it -> !List.of("message", "status", "ignored").contains(it))
            .map(SharedPayloadsTest::noticeKind)
            .sorted()
            .toList();
    var got =
        events.stream()
            .filter(Notice.class::isInstance)
            .map(it -> ((Notice) it).kind())
            .filter(it -> !List.of("own_number", "empty", "other_object").contains(it))
            .map(it -> it.equals("smb_message_echoes") ? "message_echoes" : it)
            .sorted()
            .toList();
    assertThat(got).isEqualTo(wanted);
  }

  private static String noticeKind(String kind) {
    return switch (kind) {
      case "echo" -> "message_echoes";
      case "call", "callStatus" -> "calls";
      case "error" -> "errors";
      case "bsuidRotated" -> "user_id_update";
      case "userPreference" -> "user_preferences";
      default -> kind;
    };
  }
}
