package travel.opslayer.settings;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where settings come from, by the name of the property. Empty is the same as not set. */
record Values(Function<String, @Nullable String> source) {

  /** What the process was given: system properties, then environment variables. */
  static Values ofProcess() {
    return new Values(
        name -> {
          var property = System.getProperty(name);
          return property != null ? property : System.getenv(variable(name));
        });
  }

  /** The environment variable of a property. */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  @Nullable String get(String name) {
    var value = source.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  String get(String name, String otherwise) {
    var value = get(name);
    return value == null ? otherwise : value;
  }

  /** There, and yet it says nothing. */
  boolean isBlank(String name) {
    var value = source.apply(name);
    return value != null && value.isBlank();
  }

  void require(String name, String why) {
    if (get(name) == null) {
      throw missing(name, why);
    }
  }

  static SettingRefused missing(String name, String why) {
    return new SettingRefused(
        "%s is missing: %s. Maybe set it, or leave WHATSAPP_PROVIDER out to try the sandbox."
            .formatted(variable(name), why));
  }
}
