package travel.opslayer.web.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealProviderTest {

  @TempDir Path folder;

  @Test
  void with_a_real_provider_the_simulator_is_not_there_and_the_start_names_the_webhook()
      throws Exception {
    Map<String, Object> meta =
        Map.of(
            "whatsapp.provider", "meta",
            "whatsapp.webhook-secret", "s3cret",
            "whatsapp.access-token", "t0ken",
            "whatsapp.phone-number", "+977980555010",
            "whatsapp.phone-number-id", "1234",
            "opslayer.workers", "false");
    try (var log = new AddressLog();
        var office = OpenOffice.start(folder, Path.of("rules"), meta)) {
      assertThat(log.of(office))
          .singleElement()
          .asString()
          .contains("meta", "/api/whatsapp/webhook")
          .doesNotContain("simulator", "977980");
      for (var path :
          new String[] {
            "/", "/simulator", "/simulator/page.js", "/simulator/people", "/simulator/rules"
          }) {
        assertThat(office.get(path).statusCode()).as(path).isEqualTo(404);
      }
    }
  }
}
