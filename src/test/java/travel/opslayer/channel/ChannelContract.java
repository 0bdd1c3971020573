package travel.opslayer.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.message.Alias;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.InboundEvent.Message;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundMessage;

/** The awkward cases that every provider must survive; one test class per provider extends it. */
public abstract class ChannelContract {

  /** What no log line may hold; the payload of {@link #text} has both. */
  public static final String PHONE = "9779812345601";

  public static final String WORDS = "Is the pass snowed in";

  private static final OutboundMessage MESSAGE =
      new OutboundMessage(
          UUID.fromString("0192e1c0-0000-7000-8000-000000000001"),
          Alias.phone(PHONE),
          new OutboundContent.Text(WORDS));

  /** A channel whose provider is at this address and has this long to answer. */
  protected abstract Channel channel(URI address, Duration patience);

  /** The webhook as the provider would sign it. */
  protected abstract Webhook signed(byte[] body);

  /** The name of the header that {@link #signed} sets. */
  protected abstract String signatureHeader();

  /** The body of a webhook with one text: {@link #WORDS} from {@link #PHONE}. */
  protected abstract byte[] text();

  /** The body of a webhook with one message of a kind that the provider has yet to invent. */
  protected abstract byte[] unknownKind();

  /** Bodies that are not the provider's. */
  protected abstract List<String> malformed();

  /** The provider's answer to a send that it took under this id. */
  protected abstract String accepted(String id);

  /** The provider's answer to a send that it will never take; it quotes phone and words. */
  protected abstract String refused();

  /** For webhooks, which call nobody. */
  private Channel channel() {
    return channel(URI.create("http://127.0.0.1:9"), Duration.ofSeconds(10));
  }

  private SendResult sendTo(StandIn provider) {
    return channel(provider.address(), Duration.ofSeconds(10)).send(MESSAGE);
  }

  private SendResult sendImpatientlyTo(StandIn provider) {
    return channel(provider.address(), Duration.ofMillis(300)).send(MESSAGE);
  }

  @Test
  void a_signed_webhook_is_authentic() {
    assertThat(channel().isAuthentic(signed(text()))).isTrue();
  }

  @Test
  void an_unsigned_webhook_is_not() {
    assertThat(channel().isAuthentic(new Webhook(Map.of(), text()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "null", "é", "0"})
  void a_made_up_signature_is_not(String signature) {
    var webhook = new Webhook(Map.of(signatureHeader(), signature), text());

    assertThat(channel().isAuthentic(webhook)).isFalse();
  }

  @Test
  void the_signature_of_another_body_is_not() {
    var signature = signed(text()).header(signatureHeader()).orElseThrow();
    var other = new Webhook(Map.of(signatureHeader(), signature), unknownKind());

    assertThat(channel().isAuthentic(other)).isFalse();
  }

  @Test
  void the_same_bytes_give_the_same_events() throws Exception {
    assertThat(channel().parse(text())).isEqualTo(channel().parse(text())).hasSize(1);
  }

  @Test
  void a_text_is_read() throws Exception {
    var message = (Message) channel().parse(text()).getFirst();

    assertThat(message.sender().address()).isEqualTo(Alias.phone(PHONE));
    assertThat(message.content().kind()).isEqualTo("text");
    assertThat(message.content().words()).isEqualTo(WORDS);
  }

  @Test
  void an_unknown_kind_stays_a_message() throws Exception {
    var message = (Message) channel().parse(unknownKind()).getFirst();

    assertThat(message.content().kind()).isEqualTo("unsupported");
    assertThat(message.sender().address()).isEqualTo(Alias.phone(PHONE));
  }

  @Test
  void a_truncated_body_is_read_or_malformed_and_nothing_else() {
    var whole = text();
    for (var length = 0; length < whole.length; length++) {
      var part = java.util.Arrays.copyOf(whole, length);
      var thrown = catchThrowable(() -> channel().parse(part));
      if (thrown != null) {
        assertThat(thrown).as("%d bytes", length).isExactlyInstanceOf(MalformedPayload.class);
      }
    }
  }

  @Test
  void a_body_of_another_world_is_malformed() {
    for (var body : malformed()) {
      assertThatThrownBy(() -> channel().parse(body.getBytes(StandardCharsets.UTF_8)))
          .as(body)
          .isExactlyInstanceOf(MalformedPayload.class);
    }
  }

  @Test
  void personal_data_stays_out_of_what_may_be_logged() throws Exception {
    var events = channel().parse(text());
    assertThat(events.toString()).doesNotContain(PHONE).doesNotContain(WORDS);
    for (InboundEvent event : events) {
      var message = (Message) event;
      assertThat(message.sender().toString()).doesNotContain(PHONE);
      assertThat(message.content().toString()).doesNotContain(WORDS);
    }
    assertThat(MESSAGE.toString()).doesNotContain(PHONE).doesNotContain(WORDS);
  }

  @Test
  void personal_data_stays_out_of_exceptions() {
    var broken = "{\"text\":\"" + WORDS + "\",\"from\":" + PHONE + "x" + WORDS;
    var thrown = catchThrowable(() -> channel().parse(broken.getBytes(StandardCharsets.UTF_8)));

    for (var e = thrown; e != null; e = e.getCause()) {
      assertThat(e.toString()).doesNotContain(PHONE).doesNotContain(WORDS);
    }
  }

  @Test
  void an_accepted_message_has_the_id_of_the_provider() {
    try (var provider = StandIn.answering(200, accepted("sent-1"))) {
      var result = (SendResult.Accepted) sendTo(provider);

      assertThat(result.providerId()).isEqualTo("sent-1");
      assertThat(result.toString()).doesNotContain("sent-1").doesNotContain(PHONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "{\"messages\":[]}", "{\"sid\":null}", "<html>"})
  void a_success_without_an_id_is_unknown(String answer) {
    try (var provider = StandIn.answering(200, answer)) {
      assertThat(sendTo(provider)).isInstanceOf(SendResult.Unknown.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,Rejected",
    "401,Rejected",
    "403,Rejected",
    "404,Rejected",
    "408,TryLater",
    "429,TryLater",
    "500,TryLater",
    "502,TryLater",
    "503,TryLater"
  })
  void tells_a_refusal_from_a_bad_moment(int status, String result) {
    for (var body : List.of("", "null", "<html>")) {
      try (var provider = StandIn.answering(status, body)) {
        assertThat(sendTo(provider).getClass().getSimpleName()).isEqualTo(result);
      }
    }
  }

  @Test
  void a_refusal_repeats_neither_phone_nor_words_where_it_may_be_logged() {
    try (var provider = StandIn.answering(400, refused())) {
      var result = (SendResult.Rejected) sendTo(provider);

      assertThat(result.toString()).doesNotContain(PHONE).doesNotContain(WORDS);
      assertThat(result.reason()).doesNotContain(PHONE);
    }
  }

  @Test
  void a_refused_connection_is_tried_later() {
    try (var provider = StandIn.away()) {
      assertThat(sendTo(provider)).isInstanceOf(SendResult.TryLater.class);
    }
  }

  @Test
  void a_host_without_an_address_is_tried_later() {
    var nowhere = channel(URI.create("http://nowhere.invalid"), Duration.ofSeconds(10));

    assertThat(nowhere.send(MESSAGE)).isInstanceOf(SendResult.TryLater.class);
  }

  @Test
  void silence_is_unknown() {
    try (var provider = StandIn.silent()) {
      assertThat(sendImpatientlyTo(provider)).isInstanceOf(SendResult.Unknown.class);
    }
  }

  @Test
  void an_answer_that_never_ends_is_unknown() {
    try (var provider = StandIn.fallingSilent()) {
      assertThat(sendImpatientlyTo(provider)).isInstanceOf(SendResult.Unknown.class);
    }
  }

  @Test
  void a_broken_connection_is_unknown() {
    try (var provider = StandIn.hangingUp()) {
      assertThat(sendTo(provider)).isInstanceOf(SendResult.Unknown.class);
    }
  }

  @Test
  void an_interrupted_call_is_unknown_and_the_interruption_is_passed_on() {
    try (var provider = StandIn.silent()) {
      Thread.currentThread().interrupt();
      var result = sendTo(provider);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(result).isInstanceOf(SendResult.Unknown.class);
    } finally {
      var unused = Thread.interrupted();
    }
  }
}
