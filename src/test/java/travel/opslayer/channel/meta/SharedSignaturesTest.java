package travel.opslayer.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import travel.opslayer.channel.SharedFixtures;

/** Signatures that others computed over the bytes of their payloads. */
class SharedSignaturesTest {
  private static final Pattern SIGNED =
      Pattern.compile("\"file\": ?\"(meta/[^\"]+)\"|\"X-Hub-Signature-256\": ?\"([^\"]+)\"");

  private final MetaSignature signature = new MetaSignature(List.of("corpus-app-secret"));

  @Test
  void a_documented_signature_holds() {
    var body =
        "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            new MetaSignature(List.of("app-secret"))
                .matches(
                    "sha256=d3e4f9da0ce6c71ab3dba55929b8eeeee2455349e534924ead19f98d143e904f",
                    body))
        .isTrue();
  }

  @TestFactory
  Stream<DynamicTest> every_signature_holds_for_its_own_bytes_only() throws IOException {
    if (SharedFixtures.folder().isEmpty()) {
      return Stream.empty();
    }
    var index = new String(SharedFixtures.read("INDEX.json"), StandardCharsets.UTF_8);
    var tests = Stream.<DynamicTest>builder();
    var file = "";
    for (var match = SIGNED.matcher(index); match.find(); ) {
      if (match.group(1) != null) {
        file = match.group(1);
      } else {
        tests.add(test(file, match.group(2)));
      }
    }
    return tests.build();
  }

  private DynamicTest test(String file, String header) {
    return DynamicTest.dynamicTest(
        file,
        () -> {
          var body = SharedFixtures.read(file);
          assertThat(signature.matches(header, body)).isTrue();
          body[body.length / 2] ^= 1;
          assertThat(signature.matches(header, body)).isFalse();
        });
  }
}
