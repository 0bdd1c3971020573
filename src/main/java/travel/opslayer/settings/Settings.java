package travel.opslayer.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the operator decided when the service was started. Nothing of it ever gets into a log. */
public final class Settings {

  private static final String DATABASE = "datasources.default.url";

  private final Values values;
  private final WhatsApp whatsapp;
  private final PaymentSettings payments;

  private Settings(Values values) {
    this.values = values;
    this.whatsapp = new WhatsApp(values);
    whatsapp.check();
    this.payments = new PaymentSettings(values, whatsapp.isSandbox());
    payments.check();
    demo();
    smsUrl();
  }

  /** Refuses, naming the variable, when a real provider lacks its secret. */
  public static Settings of(Function<String, @Nullable String> source) {
    return new Settings(new Values(source));
  }

  /** From system properties and environment variables alone, before anything else has started. */
  public static Settings ofProcess() {
    return new Settings(Values.ofProcess());
  }

  /** Embedded database, media, key set. */
  public Path data() {
    return path("opslayer.data", "./data");
  }

  public Path rules() {
    return path("opslayer.rules", "./rules");
  }

  public Path templates() {
    return path("opslayer.templates", "./templates");
  }

  /** The key set for personal data. */
  public Path keys() {
    var given = values.get("opslayer.keys");
    return given == null ? data().resolve("keys.json") : home().resolve(given).normalize();
  }

  /** Whether the database is our own, because none was named. */
  public boolean localDatabase() {
    return values.get(DATABASE) == null;
  }

  /**
   * Whether the demo tenant is loaded into an empty database. Never unasked where a real provider
   * would carry messages to the numbers of the demo, which may be somebody's.
   */
  public boolean demo() {
    var given = values.get("opslayer.demo");
    if (given == null) {
      return localDatabase() && (whatsapp.isSandbox() || whatsapp.apiUrl().isPresent());
    }
    return switch (given) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new SettingRefused(
              "OPSLAYER_DEMO is neither true nor false (%s).".formatted(given));
    };
  }

  /** The token of a machine client with the role ADMIN. */
  public Optional<String> apiToken() {
    return Optional.ofNullable(values.get("opslayer.api-token"));
  }

  /** Where alarms go that WhatsApp does not take; empty: nowhere else. */
  public Optional<URI> smsUrl() {
    var given = values.get("opslayer.sms-url");
    if (given == null) {
      return Optional.empty();
    }
    if (!given.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw new SettingRefused(
          "OPSLAYER_SMS_URL is no address (%s). Maybe https://sms.example.com/send."
              .formatted(given));
    }
    return Optional.of(URI.create(given));
  }

  /** Lets us in there. */
  public Optional<String> smsToken() {
    return Optional.ofNullable(values.get("opslayer.sms-token"));
  }

  public Optional<String> adminPassword() {
    return Optional.ofNullable(values.get("opslayer.admin-password"));
  }

  /** The first channel of the first tenant. */
  public WhatsApp whatsapp() {
    return whatsapp;
  }

  public PaymentSettings payments() {
    return payments;
  }

  private Path path(String name, String otherwise) {
    return home().resolve(values.get(name, otherwise)).normalize();
  }

  /**
   * The folder that relative paths start from: the clone's under Maven, else the working folder.
   */
  private Path home() {
    return Path.of(values.get("opslayer.home", "")).toAbsolutePath();
  }

  @Override
  public String toString() {
    return "Settings";
  }
}
