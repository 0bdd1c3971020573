package travel.opslayer.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.channel.Channel;
import travel.opslayer.channel.ChannelContract;
import travel.opslayer.channel.ProviderCall;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.StandIn;
import travel.opslayer.channel.Webhook;
import travel.opslayer.message.Alias;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Buttons;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.message.OutboundMessage;

class MetaChannelTest extends ChannelContract {
  private static final String SECRET = "a secret of the app";
  private static final String TEMPLATE =
      """
      {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",\
      "value":{"metadata":{"phone_number_id":"220011003300"},"messages":[{"from":"%s",\
      "id":"wamid.C1","timestamp":"1794200400","type":"%s","%s":{"body":"%s"}}]}}]}]}\
      """;

  @Override
  protected Channel channel(URI address, Duration patience) {
    return channel(address.toString() + "/", patience);
  }

  private static MetaChannel channel(String address, Duration patience) {
    return new MetaChannel(
        settings(List.of(SECRET), address), new ProviderCall(MetaChannel.client(), patience));
  }

  private static MetaSettings settings(List<String> secrets, String address) {
    return new MetaSettings("220011003300", "EAAtoken ", secrets, "let me in", address);
  }

  @Override
  protected Webhook signed(byte[] body) {
    return signed(SECRET, body);
  }

  private static Webhook signed(String secret, byte[] body) {
    return new Webhook(Map.of("x-hub-signature-256", "sha256=" + hmac(secret, body)), body);
  }

  private static String hmac(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected String signatureHeader() {
    return "x-hub-signature-256";
  }

  @Override
  protected byte[] text() {
    return body("text");
  }

  @Override
  protected byte[] unknownKind() {
    return body("hologram");
  }

  private static byte[] body(String type) {
    return TEMPLATE.formatted(PHONE, type, type, WORDS).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected List<String> malformed() {
    return List.of("", " ", "null", "[]", "17", "\"text\"", "<html></html>", "{\"entry\":", "{}{");
  }

  @Override
  protected String accepted(String id) {
    return """
    {"contacts":[{"input":"%s","wa_id":"%s"}],"messages":[{"id":"%s","message_status":"new"}]}\
    """
        .formatted(PHONE, PHONE, id);
  }

  @Override
  protected String refused() {
    return """
    {"error":{"code":131026,"message":"no","error_data":{"details":"%s cannot get: %s"}}}\
    """
        .formatted(PHONE, WORDS);
  }

  @Test
  void posts_to_the_number_with_the_token() {
    try (var meta = StandIn.answering(200, accepted("wamid.B2"))) {
      channel(meta.address(), Duration.ofSeconds(10)).send(text("Namaste 🙏"));

      assertThat(meta.lastCall())
          .contains(
              new StandIn.Call(
                  "POST",
                  "/220011003300/messages",
                  "Bearer EAAtoken",
                  "application/json",
                  """
                  {"messaging_product":"whatsapp","recipient_type":"individual",\
                  "to":"9779812345601","type":"text","text":{"body":"Namaste 🙏",\
                  "preview_url":false},\
                  "biz_opaque_callback_data":"0192e1c0-0000-7000-8000-000000000001"}\
                  """));
    }
  }

  private static OutboundMessage text(String words) {
    return message(new OutboundContent.Text(words));
  }

  private static OutboundMessage message(OutboundContent content) {
    return new OutboundMessage(
        UUID.fromString("0192e1c0-0000-7000-8000-000000000001"), Alias.phone(PHONE), content);
  }

  @Test
  void learns_under_which_number_the_recipient_is_known() {
    var answer = "{\"contacts\":[{\"wa_id\":\"554188887777\"}],\"messages\":[{\"id\":\"w\"}]}";
    try (var meta = StandIn.answering(200, answer)) {
      assertThat(channel(meta.address(), Duration.ofSeconds(10)).send(text("Oi")))
          .isEqualTo(new SendResult.Accepted("w", Alias.phone("554188887777")));
    }
  }

  @Test
  void does_not_call_for_a_message_that_breaks_a_limit() {
    var four = Choice.button("a", "A");
    try (var meta = StandIn.answering(200, accepted("wamid.B2"))) {
      var result =
          channel(meta.address(), Duration.ofSeconds(10))
              .send(message(new Buttons("Which?", List.of(four, four, four, four))));

      assertThat(result)
          .isEqualTo(
              new SendResult.Rejected(
                  "limit", "There are 4 buttons, and the provider takes 1 to 3."));
      assertThat(meta.lastCall()).isEmpty();
    }
  }

  @Test
  void without_an_address_it_is_metas_own_with_the_version() {
    assertThat(settings(List.of(SECRET), "").messages())
        .isEqualTo(URI.create("https://graph.facebook.com/v25.0/220011003300/messages"));
  }

  @Test
  void both_secrets_count_while_one_replaces_the_other() {
    var both = List.of("old one", "new one");
    var channel = new MetaChannel(settings(both, ""), MetaChannel.client());

    assertThat(channel.isAuthentic(signed("old one", text()))).isTrue();
    assertThat(channel.isAuthentic(signed("new one", text()))).isTrue();
    assertThat(channel.isAuthentic(signed("older one", text()))).isFalse();
  }

  @Test
  void the_signature_has_exactly_one_form() {
    var right = "sha256=" + hmac(SECRET, text());
    for (var wrong :
        List.of(
            right.substring(7),
            right.toUpperCase(java.util.Locale.ROOT),
            right + " ",
            right + "00",
            right.substring(0, 70),
            right.replace("sha256", "sha1"))) {
      var webhook = new Webhook(Map.of("x-hub-signature-256", wrong), text());
      assertThat(channel("", Duration.ofSeconds(1)).isAuthentic(webhook)).as(wrong).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "subscribe,let me in,17,17",
    "subscribe,let me on,17,",
    "subscribe,,17,",
    "subscribe,let me in,,",
    "unsubscribe,let me in,17,",
    ",let me in,17,"
  })
  void answers_the_handshake_of_who_knows_the_token(
      String mode, String token, String challenge, String answer) {
    assertThat(channel("", Duration.ofSeconds(1)).handshake(mode, token, challenge).orElse(null))
        .isEqualTo(answer);
  }

  @Test
  void without_a_token_of_ours_no_handshake_succeeds() {
    var channel =
        new MetaChannel(new MetaSettings("1", "t", List.of(SECRET), "", ""), MetaChannel.client());

    assertThat(channel.handshake("subscribe", "", "17")).isEmpty();
  }

  @Test
  void events_of_another_number_are_notices() throws Exception {
    var other =
        new MetaChannel(new MetaSettings("1", "t", List.of(SECRET), "", ""), MetaChannel.client());

    assertThat(other.parse(text()))
        .containsExactly(new Notice("other_number", Map.of("phone_number_id", "220011003300")));
  }

  @Test
  void settings_say_what_is_missing_and_never_the_secrets() {
    assertThatThrownBy(() -> settings(List.of(" "), ""))
        .hasMessageContaining("app secret is missing");
    assertThatThrownBy(() -> new MetaSettings("1", "to\nken", List.of(SECRET), "", ""))
        .hasMessageStartingWith("Meta's access token is missing or has characters that none has.")
        .hasMessageNotContaining("to\nken");
    assertThatThrownBy(() -> settings(List.of(SECRET), "graph.facebook.com"))
        .hasMessage(
            "Meta's address (graph.facebook.com) is no web address. Maybe https:// is missing.");
    assertThat(settings(List.of(SECRET), "").toString())
        .doesNotContain(SECRET)
        .doesNotContain("EAAtoken")
        .doesNotContain("let me in");
  }
}
