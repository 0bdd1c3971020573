package travel.opslayer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Path HERE = Path.of("").toAbsolutePath();

  private static final Map<String, String> META =
      Map.of(
          "whatsapp.provider", "meta",
          "whatsapp.webhook-secret", "s3cr3t",
          "whatsapp.access-token", "t0ken",
          "whatsapp.phone-number-id", "106540352242922");

  private static final Map<String, String> TWILIO =
      Map.of(
          "whatsapp.provider", "twilio",
          "whatsapp.access-token", "t0ken",
          "whatsapp.account-id", "AC1",
          "whatsapp.public-url", "https://ops.example/api/whatsapp/webhook");

  @Test
  void nothing_set_is_the_sandbox_with_the_demo_in_the_working_folder() {
    var settings = settings(Map.of());

    assertThat(settings.data()).isEqualTo(HERE.resolve("data"));
    assertThat(settings.rules()).isEqualTo(HERE.resolve("rules"));
    assertThat(settings.templates()).isEqualTo(HERE.resolve("templates"));
    assertThat(settings.keys()).isEqualTo(HERE.resolve("data/keys.json"));
    assertThat(settings.localDatabase()).isTrue();
    assertThat(settings.demo()).isTrue();
    assertThat(settings.apiToken()).isEmpty();
    assertThat(settings.whatsapp().provider()).isEqualTo("sandbox");
    assertThat(settings.whatsapp().rate()).isEmpty();
  }

  @Test
  void relative_folders_start_from_home_and_absolute_ones_stay() {
    var settings =
        settings(
            Map.of("opslayer.home", "/srv/clone", "opslayer.rules", "../r", "opslayer.data", "/d"));

    assertThat(settings.rules()).isEqualTo(Path.of("/srv/r"));
    assertThat(settings.templates()).isEqualTo(Path.of("/srv/clone/templates"));
    assertThat(settings.keys()).isEqualTo(Path.of("/d/keys.json"));
  }

  @Test
  void a_named_database_brings_no_demo_unless_asked() {
    var named = Map.of("datasources.default.url", "jdbc:postgresql://db/ops");

    assertThat(settings(named).localDatabase()).isFalse();
    assertThat(settings(named).demo()).isFalse();
    assertThat(settings(with(named, "opslayer.demo", "true")).demo()).isTrue();
    assertThat(settings(Map.of("opslayer.demo", "false")).demo()).isFalse();
    assertThatThrownBy(() -> settings(Map.of("opslayer.demo", "perhaps")))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("OPSLAYER_DEMO")
        .hasMessageContaining("(perhaps)");
  }

  @Test
  void a_real_provider_with_all_it_needs_starts() {
    assertThat(settings(META).whatsapp().webhookSecrets()).containsExactly("s3cr3t");
    assertThat(settings(TWILIO).whatsapp().webhookSecrets()).containsExactly("t0ken");
  }

  @Test
  void a_real_provider_without_one_of_them_does_not_and_the_line_names_it() {
    assertMissing(META, "whatsapp.webhook-secret", "WHATSAPP_WEBHOOK_SECRET");
    assertMissing(META, "whatsapp.access-token", "WHATSAPP_ACCESS_TOKEN");
    assertMissing(META, "whatsapp.phone-number-id", "WHATSAPP_PHONE_NUMBER_ID");
    assertMissing(TWILIO, "whatsapp.account-id", "WHATSAPP_ACCOUNT_ID");
    assertMissing(TWILIO, "whatsapp.public-url", "WHATSAPP_PUBLIC_URL");
    assertMissing(
        Map.of("whatsapp.provider", "360dialog", "whatsapp.access-token", "key"),
        "whatsapp.webhook-secret",
        "WHATSAPP_WEBHOOK_SECRET");
  }

  @Test
  void a_stand_in_for_the_provider_needs_no_token() {
    var standIn = new HashMap<>(META);
    standIn.remove("whatsapp.access-token");
    standIn.put("whatsapp.api-url", "http://127.0.0.1:19090");

    assertThat(settings(standIn).whatsapp().accessToken()).isEmpty();
  }

  @Test
  void two_secrets_count_during_rotation() {
    assertThat(
            settings(with(META, "whatsapp.webhook-secret", "new, old ,"))
                .whatsapp()
                .webhookSecrets())
        .containsExactly("new", "old");
    assertMissing(with(META, "whatsapp.webhook-secret", " , "), "none", "WHATSAPP_WEBHOOK_SECRET");
  }

  @Test
  void an_unknown_provider_and_a_rate_that_is_none_are_refused() {
    assertThatThrownBy(() -> settings(Map.of("whatsapp.provider", " ")))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("WHATSAPP_PROVIDER is empty")
        .hasMessageContaining("Maybe leave it out");
    assertThatThrownBy(() -> settings(Map.of("whatsapp.provider", "telegram")))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("(telegram)")
        .hasMessageContaining("360dialog");
    assertThatThrownBy(() -> settings(Map.of("whatsapp.rate", "fast")))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("WHATSAPP_RATE");
    assertThat(settings(Map.of("whatsapp.rate", "0")).whatsapp().rate()).hasValue(0);
  }

  @Test
  void no_secret_gets_into_a_text() {
    var settings = settings(with(META, "opslayer.api-token", "4pi"));

    assertThat(settings.toString() + settings.whatsapp())
        .doesNotContain("4pi", "s3cr3t", "t0ken", "106540352242922");
  }

  private static void assertMissing(Map<String, String> given, String name, String variable) {
    var without = new HashMap<>(given);
    without.remove(name);
    assertThatThrownBy(() -> settings(without))
        .isInstanceOf(SettingRefused.class)
        .hasMessageStartingWith(variable + " is missing")
        .hasMessageContaining("Maybe");
  }

  private static Map<String, String> with(Map<String, String> given, String name, String value) {
    var more = new HashMap<>(given);
    more.put(name, value);
    return more;
  }

  private static Settings settings(Map<String, String> given) {
    return Settings.of(given::get);
  }
}
