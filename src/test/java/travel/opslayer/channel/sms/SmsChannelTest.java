package travel.opslayer.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.channel.ProviderCall;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.StandIn;
import travel.opslayer.message.Alias;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundMessage;

class SmsChannelTest {

  private static final UUID ID = UUID.fromString("0192e1c0-0000-7000-8000-000000000001");

  private static SendResult send(StandIn gateway, Alias to, OutboundContent content) {
    var call = new ProviderCall(ProviderCall.client(), Duration.ofMillis(500));
    return new SmsChannel(URI.create(gateway.address() + "/send"), "secret", call)
        .send(new OutboundMessage(ID, to, content));
  }

  private static SendResult send(StandIn gateway) {
    return send(gateway, Alias.phone("9779805550202"), new OutboundContent.Text("Nanda \"help\""));
  }

  @Test
  void the_gateway_gets_number_words_and_our_id() throws Exception {
    try (var gateway = StandIn.answering(202, "")) {
      assertThat(send(gateway)).isInstanceOf(SendResult.Accepted.class);
      var call = gateway.lastCall().orElseThrow();
      assertThat(call.path()).isEqualTo("/send");
      assertThat(call.authorization()).isEqualTo("Bearer secret");
      assertThat(call.body())
          .contains("\"to\":\"+9779805550202\"", "\"id\":\"" + ID + "\"", "Nanda \\\"help\\\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"429, true", "503, true", "408, true", "400, false", "401, false", "302, false"})
  void what_may_be_tried_again_and_what_never_helps(int status, boolean again) throws Exception {
    try (var gateway = StandIn.answering(status, "")) {
      assertThat(send(gateway))
          .isInstanceOf(again ? SendResult.TryLater.class : SendResult.Rejected.class);
    }
  }

  @Test
  void where_nobody_listens_it_may_be_tried_again_and_silence_says_nothing() throws Exception {
    try (var away = StandIn.away();
        var silent = StandIn.silent()) {
      assertThat(send(away)).isInstanceOf(SendResult.TryLater.class);
      assertThat(send(silent)).isInstanceOf(SendResult.Unknown.class);
    }
  }

  @Test
  void without_a_phone_number_there_is_no_sms() throws Exception {
    try (var gateway = StandIn.answering(200, "")) {
      var nobody = new Alias(Alias.Kind.BSUID, "NP.123");
      assertThat(send(gateway, nobody, new OutboundContent.Text("hello")))
          .isInstanceOf(SendResult.Rejected.class);
      assertThat(gateway.lastCall()).isEmpty();
    }
  }

  @Test
  void long_words_are_cut_between_letters() throws Exception {
    try (var gateway = StandIn.answering(200, "")) {
      send(gateway, Alias.phone("1"), new OutboundContent.Text("é".repeat(2000)));
      var body = gateway.lastCall().orElseThrow().body();
      assertThat(body.codePoints().filter(it -> it == 'é').count()).isEqualTo(1529);
      assertThat(body).contains("é…");
    }
  }
}
