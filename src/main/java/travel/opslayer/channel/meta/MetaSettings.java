package travel.opslayer.channel.meta;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * One business number at Meta.
 *
 * @param appSecrets sign the webhooks; two while one replaces the other
 * @param verifyToken is asked for once, when the webhook is registered; blank: registering fails
 * @param apiUrl with the version where there is one; blank: Meta's own
 */
public record MetaSettings(
    String phoneNumberId,
    String accessToken,
    List<String> appSecrets,
    String verifyToken,
    String apiUrl) {

  /** A version of the Graph API is served for about two years. */
  public static final String META = "https://graph.facebook.com/v25.0";

  public MetaSettings {
    phoneNumberId = need("phone number id", phoneNumberId, "[0-9A-Za-z_-]+");
    accessToken = need("access token", accessToken, "[!-~]+");
    appSecrets = appSecrets.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    if (appSecrets.isEmpty()) {
      throw new IllegalArgumentException(
          "Meta's app secret is missing, so nobody could tell Meta's webhooks from others'."
              + " Maybe it was not set: it stands in the app's basic settings.");
    }
    verifyToken = verifyToken.strip();
    apiUrl = apiUrl.isBlank() ? META : apiUrl.strip().replaceAll("/+$", "");
    if (!apiUrl.matches("https?://[^/\\s]+(/\\S*)?")) {
      throw new IllegalArgumentException(
          "Meta's address (%s) is no web address. Maybe https:// is missing.".formatted(apiUrl));
    }
  }

  /** Never the value: two of them are secrets. */
  private static String need(String what, String value, String form) {
    if (!value.strip().matches(form)) {
      throw new IllegalArgumentException(
          "Meta's %s is missing or has characters that none has. Maybe it was not copied whole."
              .formatted(what));
    }
    return value.strip();
  }

  /** Is it Meta itself, and not a stand-in for tests? */
  boolean isMeta() {
    return apiUrl.equals(META);
  }

  URI messages() {
    return URI.create("%s/%s/messages".formatted(apiUrl, phoneNumberId));
  }

  URI media(String id) {
    return URI.create("%s/%s?phone_number_id=%s".formatted(apiUrl, id, phoneNumberId));
  }

  /** May the token go there? To Meta's own hosts, or to where the stand-in is. */
  boolean isHome(URI address) {
    var host = address.getHost();
    if (host == null) {
      return false;
    }
    var api = URI.create(apiUrl);
    return isMeta()
        ? "https".equals(address.getScheme()) && address.getPort() < 0 && isMetas(host)
        : host.equals(api.getHost()) && address.getPort() == api.getPort();
  }

  private static boolean isMetas(String host) {
    return Stream.of("fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.net")
        .anyMatch(it -> host.equals(it) || host.endsWith("." + it));
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "Meta number " + phoneNumberId;
  }
}
