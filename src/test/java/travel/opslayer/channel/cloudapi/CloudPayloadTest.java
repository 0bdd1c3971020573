package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static travel.opslayer.channel.cloudapi.Payloads.content;
import static travel.opslayer.channel.cloudapi.Payloads.events;
import static travel.opslayer.channel.cloudapi.Payloads.inside;
import static travel.opslayer.channel.cloudapi.Payloads.message;
import static travel.opslayer.channel.cloudapi.Payloads.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.message.Content.Text;
import travel.opslayer.message.DeliveryStatus;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.InboundEvent.Message;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.InboundEvent.Status;
import travel.opslayer.message.InboundEvent.Unreadable;

class CloudPayloadTest {
  private static final Instant WHEN = Instant.ofEpochSecond(1794200400);
  private static final String OURS = "0192e1c0-0000-7000-8000-000000000001";

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
  void times_come_in_seconds_milliseconds_and_not_at_all() throws Exception {
    assertThat(message("bad-time").sentAt()).isNull();
    assertThat(message("milliseconds").sentAt()).isEqualTo(WHEN.plusMillis(123));
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

    assertThatThrownBy(() -> Payloads.events(body)).isExactlyInstanceOf(MalformedPayload.class);
  }

  @Test
  void the_last_of_two_members_with_one_name_counts() throws Exception {
    var body =
        inside(
            "{\"from\":\"9779812345601\",\"id\":\"x\",\"text\":{\"body\":\"a\","
                + "\"body\":\"b\"},\"type\":\"text\"}");

    assertThat(((Message) events(body).getFirst()).content()).isEqualTo(new Text("b"));
  }

  @Test
  void depth_is_left_out_and_more_of_it_refused() throws Exception {
    var message =
        "{\"from\":\"9779812345601\",\"id\":\"x\",\"type\":\"text\","
            + "\"text\":{\"body\":\"a\"},\"deep\":%s}";
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
              """
              {"from":"9779812345601","id":"x","timestamp":%s,"type":"order","order":{"n":%s}}\
              """
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
    var whole = Payloads.bytes("batch");
    for (var round = 0; round < 3_000; round++) {
      var bytes = whole.clone();
      for (var change = 0; change <= round % 4; change++) {
        bytes[random.nextInt(bytes.length)] =
            (byte) "{}[],:\"0e-\\un\0\u00ff".charAt(random.nextInt(15));
      }
      var thrown = catchThrowable(() -> Payloads.events(bytes));
      if (thrown != null) {
        assertThat(thrown).isExactlyInstanceOf(MalformedPayload.class);
      }
    }
  }
}
