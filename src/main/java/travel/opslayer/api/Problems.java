package travel.opslayer.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Problem documents of RFC 9457 for whatever goes wrong before or beyond our own code: no such
 * address, a body that is no JSON, a failure inside. None tells what is inside; the log does.
 */
@Singleton
@Primary // the server has one of its own
final class Problems implements ErrorResponseProcessor<Object> {

  private static final MediaType TYPE = MediaType.of("application/problem+json");
  private static final int LEGIBLE = 80;

  private final HtmlErrorResponseBodyProvider pages;

  Problems(HtmlErrorResponseBodyProvider pages) {
    this.pages = pages;
  }

  static MutableHttpResponse<Map<String, Object>> of(HttpStatus status, String sentence) {
    return HttpResponse.<Map<String, Object>>status(status)
        .contentType(TYPE)
        .body(document(status, sentence));
  }

  /** What somebody sent, short enough to be shown back to them. */
  static String cut(String text) {
    return text.length() <= LEGIBLE ? text : text.substring(0, LEGIBLE) + "…";
  }

  @Override
  @SuppressWarnings("unchecked") // the server knows no type of an answer that is yet to be made
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var request = context.getRequest();
    var answer = (MutableHttpResponse<Object>) response;
    if (wantsPage(request)) {
      answer.body(pages.body(context, response));
      return answer.contentType(pages.contentType());
    }
    var status = response.status();
    answer.body(document(status, sentence(status, request)));
    return answer.contentType(TYPE);
  }

  /** People in front of a browser get a page, machines never. */
  private static boolean wantsPage(HttpRequest<?> request) {
    return !request.getPath().startsWith("/api/")
        && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
  }

  private static Map<String, Object> document(HttpStatus status, String sentence) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "about:blank");
    document.put("title", status.getReason());
    document.put("status", status.getCode());
    document.put("detail", sentence);
    return document;
  }

  private static String sentence(HttpStatus status, HttpRequest<?> request) {
    return switch (status) {
      case BAD_REQUEST -> "The request cannot be read. Maybe its body is not valid JSON.";
      case NOT_FOUND ->
          "There is nothing at this address (%s). Maybe /openapi.yml, which lists them all."
              .formatted(cut(request.getPath()));
      case METHOD_NOT_ALLOWED ->
          "This address does not take the method (%s). Maybe /openapi.yml, which says what it takes."
              .formatted(request.getMethodName());
      case UNSUPPORTED_MEDIA_TYPE ->
          "This kind of body is not taken. Maybe set the header Content-Type to application/json.";
      case REQUEST_ENTITY_TOO_LARGE -> "The body is larger than 4 MiB.";
      default ->
          status.getCode() >= 500
              ? "Something failed inside. It is in the log. Maybe try again later."
              : "The request is refused (%s).".formatted(status.getReason());
    };
  }
}
