package travel.opslayer.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The business number and its provider. */
public final class WhatsApp {

  private static final List<String> PROVIDERS = List.of("meta", "twilio", "360dialog", "sandbox");

  private final Values values;

  WhatsApp(Values values) {
    this.values = values;
  }

  /** meta, twilio, 360dialog or sandbox. */
  public String provider() {
    return values.get("whatsapp.provider", "sandbox");
  }

  public boolean isSandbox() {
    return provider().equals("sandbox");
  }

  public Optional<String> phoneNumber() {
    return Optional.ofNullable(values.get("whatsapp.phone-number"));
  }

  public Optional<String> phoneNumberId() {
    return Optional.ofNullable(values.get("whatsapp.phone-number-id"));
  }

  public Optional<String> accessToken() {
    return Optional.ofNullable(values.get("whatsapp.access-token"));
  }

  public Optional<String> accountId() {
    return Optional.ofNullable(values.get("whatsapp.account-id"));
  }

  /** The newest first; two during rotation. Twilio signs with its auth token. */
  public List<String> webhookSecrets() {
    var otherwise = provider().equals("twilio") ? values.get("whatsapp.access-token", "") : "";
    return Stream.of(values.get("whatsapp.webhook-secret", otherwise).split(",", -1))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  public Optional<String> verifyToken() {
    return Optional.ofNullable(values.get("whatsapp.verify-token"));
  }

  /** The webhook's address as the provider calls it. */
  public Optional<String> publicUrl() {
    return Optional.ofNullable(values.get("whatsapp.public-url"));
  }

  /** Instead of the provider's own. */
  public Optional<String> apiUrl() {
    return Optional.ofNullable(values.get("whatsapp.api-url"));
  }

  /** Messages a second; 0 is no limit, empty is the provider's usual. */
  public OptionalInt rate() {
    var given = values.get("whatsapp.rate");
    if (given == null) {
      return OptionalInt.empty();
    }
    if (!given.matches("\\d{1,6}")) {
      throw new SettingRefused(
          "WHATSAPP_RATE is not a number of messages a second (%s). Maybe 80, or 0 for no limit."
              .formatted(given));
    }
    return OptionalInt.of(Integer.parseInt(given));
  }

  void check() {
    // Micronaut picks the channel by this property, and to it empty is a value of its own.
    if (values.isBlank("whatsapp.provider")) {
      throw new SettingRefused(
          "WHATSAPP_PROVIDER is empty (). Maybe leave it out to try the sandbox, or one of %s."
              .formatted(String.join(", ", PROVIDERS)));
    }
    if (!PROVIDERS.contains(provider())) {
      throw new SettingRefused(
          "WHATSAPP_PROVIDER names no provider (%s). Maybe one of %s."
              .formatted(provider(), String.join(", ", PROVIDERS)));
    }
    rate();
    if (isSandbox()) {
      return;
    }
    if (webhookSecrets().isEmpty()) {
      throw Values.missing("whatsapp.webhook-secret", "without it nobody tells a forged webhook");
    }
    checkSending();
  }

  /** A stand-in at another address may do without a token; the provider does not. */
  private void checkSending() {
    if (apiUrl().isEmpty()) {
      values.require("whatsapp.access-token", "%s sends nothing without it".formatted(provider()));
    }
    switch (provider()) {
      case "meta" ->
          values.require("whatsapp.phone-number-id", "Meta sends from a number by its id");
      case "twilio" -> {
        values.require("whatsapp.account-id", "Twilio wants the account's SID in every call");
        values.require("whatsapp.public-url", "Twilio signs the address that it calls");
      }
      default -> {}
    }
  }

  @Override
  public String toString() {
    return "WhatsApp[" + provider() + "]";
  }
}
