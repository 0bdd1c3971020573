package travel.opslayer.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.settings.Settings;

/** Lets nobody into the API without its token. */
@ServerFilter("/api/v1/**")
final class TokenFilter {

  private static final String SCHEME = "Bearer ";

  private final Optional<String> token;

  TokenFilter(Settings settings) {
    token = settings.apiToken();
  }

  /** Null lets the request in. */
  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (token.isEmpty()) {
      return refused(
          "The API is closed. Maybe set OPSLAYER_API_TOKEN and start the service again.");
    }
    var given = request.getHeaders().getAuthorization().orElse("");
    if (!given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return refused("There is no token. Maybe send the header Authorization: Bearer, and it.");
    }
    return same(given.substring(SCHEME.length()).strip(), token.get())
        ? null
        : refused("The token is not the right one. Maybe it is an old one.");
  }

  /** Takes as long for a token that is nearly right as for one that is all wrong. */
  private static boolean same(String given, String wanted) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<?> refused(String sentence) {
    return Problems.of(HttpStatus.UNAUTHORIZED, sentence)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"opslayer\"");
  }
}
