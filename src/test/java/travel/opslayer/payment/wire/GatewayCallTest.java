package travel.opslayer.payment.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.StandIn;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayResult.TryLater;
import travel.opslayer.payment.GatewayResult.Unknown;

class GatewayCallTest {

  private static GatewayCall call(Duration patience) {
    return new GatewayCall(
        "Stripe",
        GatewayCall.client(),
        patience,
        it -> new Fault(it.at("code").textOr(""), it.at("message").textOr("")));
  }

  private static GatewayResult<String> ask(GatewayCall call, StandIn at, boolean reads) {
    var request = HttpRequest.newBuilder(at.address());
    return call.ask(
        (reads ? request.GET() : request.POST(BodyPublishers.ofString("a=b"))).build(),
        GatewayCallTest::id);
  }

  private static @Nullable String id(Node answer) {
    return answer.at("id").name();
  }

  private static GatewayResult<String> change(int status, String answer) {
    try (var standIn = StandIn.answering(status, answer)) {
      return ask(call(Duration.ofSeconds(20)), standIn, false);
    }
  }

  @Test
  void an_answer_is_read() {
    assertThat(change(200, "{\"id\":\"cs_1\"}")).isEqualTo(new Done<>("cs_1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[]",
        "<html>",
        "{\"id\":7}",
        "{\"id\":\"\"}",
        "{\"id\":\"a/b\"}"
      })
  void a_success_that_cannot_be_read_may_be_one(String answer) {
    assertThat(change(200, answer))
        .isEqualTo(new Unknown<>("Stripe answered 200, and not what it documents."));
  }

  @ParameterizedTest
  @CsvSource({
    "400, true, Rejected", "400, false, Rejected", "402, false, Rejected", "404, true, Rejected",
    "401, false, TryLater", "403, false, TryLater", "429, false, TryLater", "429, true, TryLater",
    "408, false, Unknown", "408, true, TryLater", "409, false, Unknown", "409, true, TryLater",
    "500, false, Unknown", "500, true, TryLater", "503, false, Unknown", "302, false, Unknown"
  })
  void each_refusal_means_what_it_means(int status, boolean reads, String expected) {
    try (var standIn = StandIn.answering(status, "<html>")) {
      var result = ask(call(Duration.ofSeconds(20)), standIn, reads);

      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  @Test
  void a_refusal_says_why_in_the_words_of_the_provider() {
    assertThat(change(400, "{\"code\":\"card\",\"message\":\"No such key sk_test_123\"}"))
        .isEqualTo(new Rejected<>("card", "Stripe answered 400. It says: No such key …"));
    assertThat(change(400, "no")).isEqualTo(new Rejected<>("400", "Stripe answered 400."));
  }

  @Test
  void after_silence_nobody_knows_and_what_only_reads_may_be_repeated() {
    var call = call(Duration.ofMillis(200));
    try (var silent = StandIn.silent();
        var falling = StandIn.fallingSilent();
        var hanging = StandIn.hangingUp()) {
      assertThat(ask(call, silent, false)).isInstanceOf(Unknown.class);
      assertThat(ask(call, silent, true)).isInstanceOf(TryLater.class);
      assertThat(ask(call, falling, false)).isInstanceOf(Unknown.class);
      assertThat(ask(call(Duration.ofSeconds(20)), hanging, false)).isInstanceOf(Unknown.class);
    }
  }

  @Test
  void where_nobody_is_nothing_was_done() {
    try (var away = StandIn.away()) {
      assertThat(ask(call(Duration.ofSeconds(20)), away, false)).isInstanceOf(TryLater.class);
    }
  }

  @Test
  void an_answer_without_an_end_is_no_answer() {
    assertThat(change(200, "{\"id\":\"" + "x".repeat(5 << 20) + "\"}")).isInstanceOf(Unknown.class);
  }

  @Test
  void the_operator_is_told_once_that_the_keys_are_wrong_and_never_which() {
    var ear = new ListAppender<ILoggingEvent>();
    var log = (Logger) LoggerFactory.getLogger(GatewayCall.class);
    ear.start();
    log.addAppender(ear);
    try (var shut = StandIn.answering(401, "{\"message\":\"Invalid key sk_live_1\"}")) {
      var call = call(Duration.ofSeconds(20));
      ask(call, shut, false);
      ask(call, shut, true);
    } finally {
      log.detachAppender(ear);
    }

    assertThat(ear.list).hasSize(1);
    assertThat(ear.list.getFirst().getFormattedMessage())
        .contains("Stripe does not let us in (401)", "Maybe")
        .doesNotContain("sk_");
  }
}
