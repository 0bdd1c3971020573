package travel.opslayer.settings;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** How customers pay. */
public final class PaymentSettings {

  private static final List<String> PROVIDERS = List.of("bundled", "stripe", "razorpay", "none");

  private final Values values;
  private final boolean sandbox;

  PaymentSettings(Values values, boolean sandbox) {
    this.values = values;
    this.sandbox = sandbox;
  }

  /** bundled, stripe, razorpay or none; the bundled one is for the sandbox alone. */
  public String provider() {
    return values.get("opslayer.payments", sandbox ? "bundled" : "none");
  }

  /** Where customers find our links. */
  public URI publicUrl() {
    return URI.create(
        values.get(
            "opslayer.public-url",
            "http://localhost:"
                + values.get("micronaut.server.port", "8080").replace("-1", "8080")));
  }

  public String stripeKey() {
    return values.get("stripe.secret-key", "");
  }

  public List<String> stripeSecrets() {
    return list("stripe.webhook-secret");
  }

  public String razorpayKeyId() {
    return values.get("razorpay.key-id", "");
  }

  public String razorpayKey() {
    return values.get("razorpay.key-secret", "");
  }

  public List<String> razorpaySecrets() {
    return list("razorpay.webhook-secret");
  }

  /** Instead of Stripe's own; blank: Stripe's own. */
  public String stripeUrl() {
    return values.get("stripe.api-url", "");
  }

  /** Instead of Razorpay's own; blank: Razorpay's own. */
  public String razorpayUrl() {
    return values.get("razorpay.api-url", "");
  }

  public boolean isStripe() {
    return provider().equals("stripe");
  }

  public boolean isRazorpay() {
    return provider().equals("razorpay");
  }

  private List<String> list(String name) {
    return Stream.of(values.get(name, "").split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  void check() {
    if (!PROVIDERS.contains(provider())) {
      throw new SettingRefused(
          "OPSLAYER_PAYMENTS is unknown (%s). Maybe one of %s."
              .formatted(provider(), String.join(", ", PROVIDERS)));
    }
    if (provider().equals("bundled") && !sandbox) {
      throw new SettingRefused(
          "OPSLAYER_PAYMENTS is bundled, and no money moves there. Maybe stripe, razorpay or"
              + " none.");
    }
    if (isStripe()) {
      need("stripe.secret-key");
      need("stripe.webhook-secret");
    }
    if (isRazorpay()) {
      need("razorpay.key-id");
      need("razorpay.key-secret");
      need("razorpay.webhook-secret");
    }
    if (isStripe() || isRazorpay()) {
      need("opslayer.public-url");
    }
    var home = publicUrl();
    if (home.getHost() == null || !String.valueOf(home.getScheme()).matches("https?")) {
      throw new SettingRefused(
          "OPSLAYER_PUBLIC_URL is no web address (%s). Maybe https://pay.example.com."
              .formatted(home));
    }
  }

  private void need(String name) {
    if (values.get(name) == null) {
      throw new SettingRefused(
          "%s is missing, and %s needs it. Maybe set it, or OPSLAYER_PAYMENTS to none."
              .formatted(Values.variable(name), provider()));
    }
  }
}
