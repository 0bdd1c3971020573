package travel.opslayer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings in {@code application.yml}, in the code and in the documentation are the same. */
class ConfigurationTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):([^}]*)}");
  private static final Pattern ROW = Pattern.compile("^\\| `([A-Z][A-Z0-9_]*)` \\| (.+?) \\| .+");

  @Test
  void every_variable_is_documented_and_every_documented_one_exists() throws IOException {
    assertThat(documented().keySet()).isEqualTo(variables().keySet()).hasSizeGreaterThan(20);
  }

  @Test
  void a_default_in_the_file_is_the_one_in_the_documentation() throws IOException {
    var documented = documented();
    variables()
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                assertThat(documented).containsEntry(name, "`" + value + "`");
              }
            });
  }

  @Test
  void every_variable_has_a_line_that_says_what_it_means() throws IOException {
    var lines = Files.readAllLines(Path.of("src/main/resources/application.yml"));
    for (var i = 0; i < lines.size(); i++) {
      if (PLACEHOLDER.matcher(lines.get(i)).find()) {
        assertThat(lines.get(i - 1)).as(lines.get(i)).contains("# ");
      }
    }
  }

  @Test
  void a_property_has_the_name_of_its_variable() throws IOException {
    try (var environment = environment()) {
      for (var name : variables().keySet()) {
        assertThat(environment.containsProperty(property(name))).as(name).isTrue();
      }
    }
  }

  @Test
  void the_container_and_the_process_agree_on_the_defaults() {
    var process = Settings.of(Map.<String, String>of()::get);
    try (var environment = environment()) {
      var container = new SettingsFactory().settings(environment);
      assertThat(container.data()).isEqualTo(process.data());
      assertThat(container.rules()).isEqualTo(process.rules());
      assertThat(container.templates()).isEqualTo(process.templates());
      assertThat(container.keys()).isEqualTo(process.keys());
      assertThat(container.demo()).isEqualTo(process.demo());
      assertThat(container.apiToken()).isEqualTo(process.apiToken());
      assertThat(container.whatsapp().provider()).isEqualTo(process.whatsapp().provider());
      assertThat(container.whatsapp().rate()).isEqualTo(process.whatsapp().rate());
    }
  }

  /** What {@code application.yml} says when no variable is set. */
  private static Environment environment() {
    var context = ApplicationContext.builder().environmentPropertySource(false).build();
    return context.getEnvironment().start();
  }

  /** Dots between the words of a section, hyphens within a name. */
  private static String property(String variable) {
    var lower = variable.toLowerCase(Locale.ROOT);
    for (var section : Set.of("opslayer_", "whatsapp_", "stripe_", "razorpay_")) {
      if (lower.startsWith(section)) {
        return section.replace('_', '.') + lower.substring(section.length()).replace('_', '-');
      }
    }
    return lower.replace('_', '.');
  }

  private static Map<String, String> variables() throws IOException {
    var found = new TreeMap<String, String>();
    var matcher =
        PLACEHOLDER.matcher(Files.readString(Path.of("src/main/resources/application.yml")));
    while (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2));
    }
    return found;
  }

  private static Map<String, String> documented() throws IOException {
    var found = new TreeMap<String, String>();
    for (var line : Files.readAllLines(Path.of("docs/configuration.md"))) {
      var matcher = ROW.matcher(line);
      if (matcher.find()) {
        found.put(matcher.group(1), matcher.group(2));
      }
    }
    return found;
  }
}
