package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.SharedFixtures;

/** Every answer of the shared collection against the outcome that it names. */
class SharedAnswersTest {

  /** Reading receipts and media: other calls than sending. */
  private static final Pattern NO_SENDING = Pattern.compile("|success.*|id .*");

  @TestFactory
  Stream<DynamicTest> answers() throws IOException {
    return SharedPayloadsTest.index("outbound", "outbound/meta/")
        .filter(it -> !NO_SENDING.matcher(it.at("outcome").textOr("")).matches())
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.at("file").textOr(""),
                    () -> answer(it.at("file").textOr(""), it.at("outcome").textOr(""))));
  }

  private static void answer(String file, String outcome) throws IOException {
    var responses = Json.read(SharedFixtures.read(file)).at("responses").elements().toList();
    for (var response : responses) {
      var body = response.at("body").value() instanceof String text ? text : "";
      var result =
          new CloudAnswer()
              .result((int) response.at("status").number(), body.getBytes(StandardCharsets.UTF_8));
      if (outcome.startsWith("accepted: ")) {
        assertThat(((SendResult.Accepted) result).providerId()).isEqualTo(outcome.substring(10));
      } else if (outcome.startsWith("retry")) {
        assertThat(result).isInstanceOf(SendResult.TryLater.class);
      } else if (outcome.startsWith("permanent") || outcome.startsWith("stop")) {
        assertThat(result).isInstanceOf(SendResult.Rejected.class);
      } else if (outcome.equals("unknown")) {
        assertThat(result).isInstanceOf(SendResult.Unknown.class);
      } else {
        fail("The example expects an outcome that this test does not know: " + outcome);
      }
    }
  }
}
