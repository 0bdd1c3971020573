package travel.opslayer.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes a problem document of a refusal. */
@Singleton
@SuppressWarnings("rawtypes") // the container finds a handler by its raw types
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<Map<String, Object>>> {

  @Override
  public HttpResponse<Map<String, Object>> handle(HttpRequest request, Refusal refusal) {
    return Problems.of(refusal.status(), refusal.sentence());
  }
}
