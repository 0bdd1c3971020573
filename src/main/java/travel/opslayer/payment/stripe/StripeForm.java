package travel.opslayer.payment.stripe;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import travel.opslayer.payment.PaymentWish;

/** What we ask of Stripe, as forms. */
final class StripeForm {

  /** What Stripe's page speaks beyond two letters; it chooses where we ask for nothing. */
  private static final Map<String, String> TAGS =
      Map.of(
          "en-GB", "en-GB", "es-419", "es-419", "fr-CA", "fr-CA", "pt-BR", "pt-BR", "zh-HK",
          "zh-HK", "zh-TW", "zh-TW");

  private static final Set<String> LANGUAGES =
      Set.of(
          "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "hr", "hu", "id", "it",
          "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv",
          "th", "tr", "vi", "zh");

  private StripeForm() {}

  static Map<String, String> session(PaymentWish wish, long amount) {
    var price = "line_items[0][price_data]";
    var form = new LinkedHashMap<String, String>();
    form.put("mode", "payment");
    form.put("client_reference_id", wish.paymentId());
    form.put("metadata[payment_id]", wish.paymentId());
    form.put("payment_intent_data[metadata][payment_id]", wish.paymentId());
    form.put("expires_at", Long.toString(wish.expiresAt().getEpochSecond()));
    form.put("line_items[0][quantity]", "1");
    form.put(price + "[currency]", wish.price().currency().toLowerCase(Locale.ROOT));
    form.put(price + "[unit_amount]", Long.toString(amount));
    form.put(price + "[product_data][name]", wish.description());
    form.put("adaptive_pricing[enabled]", "false"); // it would ask for another currency than ours
    form.put("locale", language(wish.language()));
    form.put("success_url", wish.returnUrl().toString());
    form.put("cancel_url", wish.returnUrl().toString());
    return form;
  }

  static Map<String, String> refund(String refundId, String paymentRef, long amount) {
    var form = new LinkedHashMap<String, String>();
    form.put("payment_intent", paymentRef);
    form.put("amount", Long.toString(amount));
    form.put("metadata[refund_id]", refundId);
    return form;
  }

  private static String language(String tag) {
    var language = Locale.forLanguageTag(tag).getLanguage();
    return TAGS.getOrDefault(tag, LANGUAGES.contains(language) ? language : "auto");
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
        .collect(joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
