package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.message.Alias;
import travel.opslayer.message.Content;
import travel.opslayer.message.Content.Media;
import travel.opslayer.message.Content.Media.Type;
import travel.opslayer.message.Content.Other;
import travel.opslayer.message.Content.Place;
import travel.opslayer.message.Content.Reaction;
import travel.opslayer.message.Content.Tap;
import travel.opslayer.message.Content.Tap.Choice;
import travel.opslayer.message.Content.Text;
import travel.opslayer.message.DeliveryStatus;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.InboundEvent.Message;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.InboundEvent.Status;
import travel.opslayer.message.InboundEvent.Unreadable;
import travel.opslayer.message.Sender;

class CloudPayloadTest {
  private static final Instant WHEN = Instant.ofEpochSecond(1794200400);
  private static final Sender PASANG =
      new Sender(List.of(Alias.phone("9779812345601")), "Pasang Dolma");
  private static final String OURS = "0192e1c0-0000-7000-8000-000000000001";

  private final CloudPayload payload = new CloudPayload("220011003300");

  private List<InboundEvent> read(String name) throws IOException, MalformedPayload {
    try (var in =
        CloudPayloadTest.class.getResourceAsStream("/channel/cloudapi/" + name + ".json")) {
      assertThat(in).as(name).isNotNull();
      return payload.events(in.readAllBytes());
    }
  }

  private List<InboundEvent> events(String body) throws MalformedPayload {
    return payload.events(body.getBytes(StandardCharsets.UTF_8));
  }

  private Message message(String name) throws Exception {
    return (Message) read(name).getFirst();
  }

  private Content content(String name) throws Exception {
    return message(name).content();
  }

  private static Media media(
      Type type,
      @Nullable String id,
      @Nullable String caption,
      @Nullable String file,
      String mime,
      boolean voice) {
    return new Media(type, id, caption, file, mime, voice);
  }

  @Test
  void a_text_is_read_whole() throws Exception {
    assertThat(read("text"))
        .containsExactly(
            new Message(
                "wamid.own.text",
                PASANG,
                WHEN,
                null,
                new Text("Are there seats left for Mardi Himal? ☀️ 50/50 é")));
  }

  @Test
  void what_comes_along_with_a_text_is_kept() throws Exception {
    var message = message("text-reply");

    assertThat(message.replyTo()).isEqualTo("wamid.quoted");
    assertThat(message.extras())
        .containsOnlyKeys("forwarded", "referred_product", "referral", "group_id");
    assertThat(message.extras())
        .containsEntry("forwarded", true)
        .containsEntry("group_id", "grp-1");
    assertThat(message.extras().get("referred_product"))
        .isEqualTo(Map.of("catalog_id", "7", "product_retailer_id", "mardi-5d"));
  }

  @Test
  void media_of_every_kind() throws Exception {
    assertThat(content("image"))
        .isEqualTo(media(Type.IMAGE, "901", "my passport", null, "image/jpeg", false));
    assertThat(content("video"))
        .isEqualTo(media(Type.VIDEO, "902", null, null, "video/mp4", false));
    assertThat(content("voice-note"))
        .isEqualTo(media(Type.AUDIO, "903", null, null, "audio/ogg; codecs=opus", true));
    assertThat(content("voice-old"))
        .isEqualTo(media(Type.AUDIO, "904", null, null, "audio/ogg", true));
    assertThat(content("document"))
        .isEqualTo(
            media(Type.DOCUMENT, "905", null, "Visado señora.pdf", "application/pdf", false));
    assertThat(content("sticker"))
        .isEqualTo(media(Type.STICKER, "906", null, null, "image/webp", false));
  }

  @Test
  void lost_media_leave_their_message() throws Exception {
    assertThat(content("image-lost"))
        .isEqualTo(media(Type.IMAGE, null, "my passport", null, "image/jpeg", false));
  }

  @Test
  void the_equator_is_a_place() throws Exception {
    assertThat(content("location")).isEqualTo(new Place(0.0, 36.5, "Line", "Nanyuki"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"latitude\":91,\"longitude\":1}",
        "{\"latitude\":\"north\",\"longitude\":1}",
        "null",
        "7"
      })
  void a_place_beyond_the_earth_is_unreadable(String location) throws Exception {
    assertThat(
            events(
                inside(
                    "{\"from\":\"9779812345601\",\"id\":\"x\",\"type\":\"location\",\"location\":"
                        + location
                        + "}")))
        .containsExactly(new Unreadable("A location has no place on earth."));
  }

  private static String inside(String messages) {
    return "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":["
        + messages
        + "]}}]}]}";
  }

  @Test
  void a_reaction_comes_and_goes() throws Exception {
    assertThat(content("reaction")).isEqualTo(new Reaction("wamid.ours", "👍🏽"));
    assertThat(content("reaction-removed")).isEqualTo(new Reaction("wamid.ours", null));
  }

  @Test
  void taps_on_all_three_kinds_of_choices() throws Exception {
    assertThat(content("button")).isEqualTo(new Tap(Choice.BUTTON, "stop", "No more offers"));
    assertThat(message("button").replyTo()).isEqualTo("wamid.ours");
    assertThat(content("button-reply")).isEqualTo(new Tap(Choice.BUTTON, "tok-1", "Yes, move"));
    assertThat(content("list-reply")).isEqualTo(new Tap(Choice.LIST, "row-2", "Mardi, 5 days"));
  }

  @Test
  void the_answers_of_a_form_are_an_object_or_stay_a_text() throws Exception {
    assertThat(content("form").details()).containsEntry("form", Map.of("meal", "dal bhat"));
    assertThat(content("form-broken").details())
        .doesNotContainKey("form")
        .extractingByKey("nfm_reply")
        .isEqualTo(Map.of("name", "flow", "body", "Sent", "response_json", "{\"meal\":"));
  }

  @Test
  void an_empty_interactive_message_and_its_error_are_both_kept() throws Exception {
    assertThat(read("interactive-empty"))
        .containsExactly(
            new Message(
                "wamid.own.interactive",
                PASANG,
                WHEN,
                null,
                new Other("interactive", "", Map.of())),
            new Notice("errors", Map.of("code", 131000L, "title", "Something went wrong")));
  }

  @ParameterizedTest
  @CsvSource({
    "contacts,contacts,'',contacts",
    "order,order,two please,product_items",
    "system-number,system,'',wa_id",
    "edit,edit,'three, not two',original_message_id",
    "revoke,revoke,'',original_message_id",
    "unsupported,unsupported,'',errors",
    "unknown-type,unsupported,'',hologram"
  })
  void other_kinds_are_kept_with_all_they_bring(
      String name, String kind, String words, String detail) throws Exception {
    assertThat(content(name)).isInstanceOf(Other.class);
    assertThat(content(name).kind()).isEqualTo(kind);
    assertThat(content(name).words()).isEqualTo(words);
    assertThat(content(name).details()).containsKey(detail);
  }

  @Test
  void a_missing_type_is_inferred() throws Exception {
    assertThat(content("type-missing")).isEqualTo(new Text("no type told"));
  }

  @Test
  void a_missing_id_is_made_from_the_message_and_stays_the_same() throws Exception {
    assertThat(message("id-missing").id())
        .matches("sha256:[0-9a-f]{64}")
        .isEqualTo(message("id-missing").id());
    assertThat(message("id-missing").id())
        .isNotEqualTo(
            ((Message)
                    events(inside("{\"from\":\"9779812345601\",\"text\":{\"body\":\"x\"}}"))
                        .getFirst())
                .id());
  }

  @Test
  void a_sender_may_hide_the_phone_number() throws Exception {
    assertThat(message("username").sender())
        .isEqualTo(
            new Sender(List.of(Alias.bsuid("NP.81x"), Alias.bsuid("NP.ENT.77")), "Pasang Dolma"));
  }

  @Test
  void a_malformed_id_is_dropped_and_the_message_kept() throws Exception {
    assertThat(message("bad-bsuid").sender()).isEqualTo(PASANG);
  }

  @Test
  void nobody_is_mistaken_for_somebody_else() throws Exception {
    assertThat(read("two-people"))
        .map(it -> ((Message) it).sender())
        .containsExactly(
            new Sender(
                List.of(Alias.phone("9779812345603"), Alias.bsuid("NP.ang")), "Ang Tshering"),
            PASANG,
            new Sender(List.of(Alias.phone("9779812345604")), null));
  }

  @Test
  void a_message_from_nobody_is_unreadable() throws Exception {
    assertThat(read("no-sender"))
        .containsExactly(new Unreadable("A message has no usable sender."));
  }

  @Test
  void our_own_number_is_never_a_sender() throws Exception {
    assertThat(read("own-number")).containsExactly(new Notice("own_number"));
  }

  @Test
  void a_system_message_without_a_sender_is_about_its_subject() throws Exception {
    var body =
        inside(
            "{\"id\":\"x\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_user_id\",\"user_id\":\"NP.new\"}}");

    assertThat(((Message) events(body).getFirst()).sender())
        .isEqualTo(new Sender(List.of(Alias.bsuid("NP.new")), null));
  }

  @Test
  void times_come_in_seconds_milliseconds_and_not_at_all() throws Exception {
    assertThat(message("bad-time").sentAt()).isNull();
    assertThat(message("milliseconds").sentAt()).isEqualTo(WHEN.plusMillis(123));
  }

  @Test
  void what_postgresql_cannot_store_is_taken_out() throws Exception {
    assertThat(content("nul-and-half").words()).isEqualTo("ab\uFFFDc");
  }

  @Test
  void one_bad_message_does_not_spoil_the_others() throws Exception {
    assertThat(read("one-bad-of-three"))
        .extracting(InboundEvent::toString)
        .containsExactly("text", "Unreadable[reason=A text message has no text.]", "text");
  }

  @Test
  void statuses_keep_their_word_our_id_and_their_error() throws Exception {
    var at = Instant.ofEpochSecond(1794200500);
    assertThat(read("statuses"))
        .containsExactly(
            new Status("wamid.ours", null, "read", DeliveryStatus.READ, at, null),
            new Status("wamid.ours", null, "delivered", DeliveryStatus.DELIVERED, at, null),
            new Status("wamid.ours", OURS, "sent", DeliveryStatus.SENT, at, null),
            new Status("wamid.ours", null, "failed", DeliveryStatus.FAILED, at, "131047"),
            new Status("wamid.ours", null, "played", DeliveryStatus.READ, at, null),
            new Status("wamid.ours", null, "teleported", null, at, null),
            new Unreadable("A status has no message id or no word."));
  }

  @Test
  void a_batch_is_taken_apart_in_the_order_of_the_document() throws Exception {
    assertThat(read("batch"))
        .extracting(InboundEvent::toString)
        .containsExactly(
            "status sent",
            "text",
            "notice user_preferences",
            "notice user_preferences",
            "notice smb_message_echoes",
            "notice calls",
            "notice calls",
            "notice errors",
            "notice message_template_status_update",
            "notice unknown_field",
            "notice user_id_update");
  }

  @Test
  void a_notice_brings_what_the_provider_told() throws Exception {
    assertThat(((Notice) read("batch").get(2)).details()).containsEntry("value", "stop");
    assertThat(((Notice) read("batch").get(8)).details()).containsEntry("event", "PAUSED");
  }

  @Test
  void the_tests_of_the_dashboard_and_of_old_numbers_have_no_envelope() throws Exception {
    assertThat(content("unwrapped").words()).isEqualTo("from the dashboard");
    assertThat(content("bare-value").words()).isEqualTo("from an old number");
  }

  @Test
  void another_object_is_one_notice() throws Exception {
    assertThat(read("page")).containsExactly(new Notice("other_object"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"entry\":null}",
        "{\"entry\":{}}",
        "{\"entry\":[]}",
        "{\"entry\":[{}]}",
        "{\"entry\":[{\"changes\":{}}]}",
        "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":null}]}]}",
        "{\"object\":7,\"entry\":[]}"
      })
  void nothing_is_one_notice_too(String body) throws Exception {
    assertThat(events(body)).hasSize(1).allMatch(Notice.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"entry\":[null]}",
        "{\"entry\":[{\"changes\":[7]}]}",
        "{\"entry\":[{\"changes\":[{\"value\":{\"messages\":{}}}]}]}",
        "{\"entry\":[{\"changes\":[{\"value\":{\"messages\":[null]}}]}]}",
        "{\"entry\":[{\"changes\":[{\"value\":{\"statuses\":[\"x\"]}}]}]}"
      })
  void what_should_be_an_event_and_is_not_is_a_dead_letter(String body) throws Exception {
    assertThat(events(body)).hasSize(1).allMatch(Unreadable.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"a\"",
        "{",
        "{}{",
        "{} x",
        "<html>",
        "{'a':1}",
        "NaN",
        "{\"a\":01}"
      })
  void no_object_is_malformed(String body) {
    assertThatThrownBy(() -> events(body))
        .isExactlyInstanceOf(MalformedPayload.class)
        .hasMessageStartingWith("The body (")
        .hasNoCause();
  }

  @Test
  void bytes_that_are_no_utf_8_are_malformed() {
    var body = "{\"object\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    body[12] = (byte) 0xFF;

    assertThatThrownBy(() -> payload.events(body)).isExactlyInstanceOf(MalformedPayload.class);
  }

  @Test
  void the_last_of_two_members_with_one_name_counts() throws Exception {
    var body =
        inside(
            "{\"from\":\"9779812345601\",\"id\":\"x\",\"text\":{\"body\":\"a\",\"body\":\"b\"},\"type\":\"text\"}");

    assertThat(((Message) events(body).getFirst()).content()).isEqualTo(new Text("b"));
  }

  @Test
  void depth_is_left_out_and_more_of_it_refused() throws Exception {
    var message =
        "{\"from\":\"9779812345601\",\"id\":\"x\",\"type\":\"text\",\"text\":{\"body\":\"a\"},\"deep\":%s}";
    var deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(events(inside(message.formatted(deep))))
        .extracting(InboundEvent::toString)
        .containsExactly("text");

    var deeper = "[".repeat(1_000_000);
    assertThatThrownBy(() -> events(inside(message.formatted(deeper))))
        .isExactlyInstanceOf(MalformedPayload.class);
  }

  @Test
  void huge_numbers_neither_hang_nor_fail() throws Exception {
    var digits = "9".repeat(1_000_000);
    for (var number : List.of(digits, "1e999999999", "-1E-999999999", digits + ".5")) {
      var body =
          inside(
              "{\"from\":\"9779812345601\",\"id\":\"x\",\"timestamp\":%s,\"type\":\"order\",\"order\":{\"n\":%s}}"
                  .formatted(number, number));
      var message = (Message) events(body).getFirst();
      assertThat(message.sentAt()).isNull();
      assertThat(message.content().kind()).isEqualTo("order");
    }
  }

  @Test
  void an_endless_id_is_a_dead_letter() throws Exception {
    var body =
        inside(
            "{\"from\":\"9779812345601\",\"id\":\"%s\",\"text\":{\"body\":\"a\"}}"
                .formatted("i".repeat(513)));

    assertThat(events(body))
        .containsExactly(new Unreadable("An id (513 characters) is longer than any."));
  }

  @Test
  void whatever_is_changed_in_the_bytes_it_is_read_or_malformed() throws Exception {
    var random = new Random(20260722);
    byte[] whole;
    try (var in = CloudPayloadTest.class.getResourceAsStream("/channel/cloudapi/batch.json")) {
      whole = in.readAllBytes();
    }
    for (var round = 0; round < 3_000; round++) {
      var bytes = whole.clone();
      for (var change = 0; change <= round % 4; change++) {
        bytes[random.nextInt(bytes.length)] =
            (byte) "{}[],:\"0e-\\un\0\u00ff".charAt(random.nextInt(15));
      }
      var thrown = catchThrowable(() -> payload.events(bytes));
      if (thrown != null) {
        assertThat(thrown).isExactlyInstanceOf(MalformedPayload.class);
      }
    }
  }
}
