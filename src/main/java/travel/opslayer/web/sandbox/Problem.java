package travel.opslayer.web.sandbox;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.Map;

/** A problem document of RFC 9457. */
public final class Problem {

  private Problem() {}

  public static HttpResponse<Map<String, Object>> of(HttpStatus status, String detail) {
    return HttpResponse.<Map<String, Object>>status(status)
        .contentType(MediaType.of("application/problem+json"))
        .body(Map.of("status", status.getCode(), "title", status.getReason(), "detail", detail));
  }
}
