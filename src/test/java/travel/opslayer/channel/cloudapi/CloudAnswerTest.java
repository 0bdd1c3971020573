package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.SendResult.Accepted;
import travel.opslayer.channel.SendResult.Rejected;
import travel.opslayer.channel.SendResult.TryLater;
import travel.opslayer.message.Alias;

class CloudAnswerTest {
  private final CloudAnswer answer = new CloudAnswer();

  private SendResult result(int status, String body) {
    return answer.result(status, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void new_members_of_a_success_are_tolerated() {
    assertThat(
            result(
                201,
                "{\"new\":{},\"contacts\":[{\"input\":\"1\",\"user_id\":\"NP.81x\"}],"
                    + "\"messages\":[{\"id\":\"w\",\"message_status\":\"held\"}]}"))
        .isEqualTo(new Accepted("w", Alias.bsuid("NP.81x")));
  }

  @ParameterizedTest
  @CsvSource({
    "400,131056,TryLater",
    "400,80007,TryLater",
    "400,613,TryLater",
    "403,4,TryLater",
    "400,131047,Rejected",
    "400,131053,Rejected",
    "400,131049,Rejected",
    "401,190,Rejected",
    "403,250,Rejected",
    "400,139999,Rejected",
    "429,131047,TryLater",
    "500,131026,TryLater"
  })
  void the_code_decides_unless_the_status_does(int status, String code, String expected) {
    var result = result(status, "{\"error\":{\"code\":%s,\"message\":\"m\"}}".formatted(code));

    assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(result.toString()).endsWith(": " + code);
  }

  @Test
  void an_account_that_is_broken_is_told_once_until_something_leaves_again() {
    var logger = (Logger) LoggerFactory.getLogger(CloudAnswer.class);
    var heard = new ListAppender<ILoggingEvent>();
    heard.start();
    logger.addAppender(heard);
    try {
      result(401, "{\"error\":{\"code\":190}}");
      result(401, "{\"error\":{\"code\":190}}");
      assertThat(heard.list).hasSize(1);
      assertThat(heard.list.getFirst().getFormattedMessage()).contains("(190)", "repair");
      result(200, "{\"messages\":[{\"id\":\"w\"}]}");
      result(400, "{\"error\":{\"code\":131026}}");
      assertThat(heard.list).hasSize(1);
      result(401, "{\"error\":{\"code\":190}}");
      assertThat(heard.list).hasSize(2);
    } finally {
      logger.detachAppender(heard);
    }
  }

  @Test
  void a_reason_tells_the_meaning_and_what_the_provider_says_without_numbers() {
    var body =
        "{\"error\":{\"code\":131030,\"error_data\":{\"details\":\"Number +977 981-2345601 is not"
            + " allowed\"}}}";

    assertThat(result(400, body))
        .isEqualTo(
            new Rejected(
                "131030",
                "The recipient is not on the list of test numbers (HTTP 400)."
                    + " The provider says: Number +… is not allowed"));
  }

  @Test
  void without_a_code_the_status_is_the_code() {
    assertThat(result(404, "<html>"))
        .isEqualTo(new Rejected("404", "The code is in no table (HTTP 404)."));
    assertThat(result(503, ""))
        .isEqualTo(new TryLater("503", "The code is in no table (HTTP 503)."));
  }

  @Test
  void codes_may_stand_in_a_list_and_be_texts() {
    assertThat(result(400, "{\"errors\":[{\"code\":\"131016\"}]}")).isInstanceOf(TryLater.class);
  }

  @Test
  void every_row_of_the_table_is_read() {
    var errors = CloudErrors.load();

    assertThat(errors.find("299")).isPresent();
    assertThat(errors.find("300")).isEmpty();
    assertThat(errors.find("131047").orElseThrow().kind()).isEqualTo(CloudErrors.Kind.WINDOW);
    assertThat(errors.find("131047").orElseThrow().meaning()).startsWith("More than 24 hours");
  }
}
