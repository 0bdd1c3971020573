package travel.opslayer.web.media;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/**
 * Opens one document for one colleague, once. The first visit shows only a button: programs that
 * look at links before people do must not use them up.
 */
@Controller("/m")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MediaController {

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><meta name="robots" content="noindex">
      <meta name="viewport" content="width=device-width"><title>Document</title>
      <style>body{font:1.1em sans-serif;margin:3em auto;max-width:30em;padding:0 1em}</style>
      <p>%s</p>%s</html>
      """;

  private static final String BUTTON =
      "<form method=\"post\"><button autofocus>Open it</button></form>";

  private final Desk desk;

  MediaController(Desk desk) {
    this.desk = desk;
  }

  @Get("/{token}")
  HttpResponse<?> look(@PathVariable String token) {
    return desk.isGood(token)
        ? page(HttpStatus.OK, "This document opens once, for you alone.", BUTTON)
        : over();
  }

  @Post("/{token}")
  @Consumes(MediaType.ALL)
  HttpResponse<?> open(@PathVariable String token) {
    return desk.open(token)
        .<HttpResponse<?>>map(
            it ->
                closed(HttpResponse.ok(it.bytes()))
                    .contentType(MediaType.of(it.mime()))
                    .header("content-disposition", "inline"))
        .orElseGet(MediaController::over);
  }

  private static HttpResponse<?> over() {
    return page(
        HttpStatus.GONE,
        "This link is over or was used. Write the document's code to get another one.",
        "");
  }

  private static HttpResponse<String> page(HttpStatus status, String sentence, String more) {
    return closed(HttpResponse.<String>status(status).body(PAGE.formatted(sentence, more)))
        .contentType(MediaType.of("text/html;charset=utf-8"));
  }

  /** Nothing that stands in a document may run, be framed or be kept. */
  private static <T> MutableHttpResponse<T> closed(MutableHttpResponse<T> response) {
    return response
        .header("cache-control", "no-store")
        .header("x-content-type-options", "nosniff")
        .header("referrer-policy", "no-referrer")
        .header(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " frame-ancestors 'none'");
  }
}
