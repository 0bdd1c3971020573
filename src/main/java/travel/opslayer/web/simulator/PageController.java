package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The page of the simulator and its files; with a real provider they are not there. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class PageController {

  /** What people wrote is shown here, so nothing runs but our own files, and nobody frames us. */
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final String PAGE = "page.html";

  private static final List<String> FILES =
      List.of(
          PAGE,
          "page.css",
          "page.js",
          "phone.js",
          "bubble.js",
          "decision.js",
          "otherwise.js",
          "row.js",
          "rules.js",
          "tabs.js",
          "dom.js",
          "icon.svg");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml");

  @Get
  HttpResponse<?> home() {
    return HttpResponse.temporaryRedirect(URI.create("/simulator"));
  }

  @Get("/simulator")
  HttpResponse<byte[]> page() {
    return file(PAGE);
  }

  @Get("/simulator/{file:[a-z]+\\.(css|js|svg)}")
  HttpResponse<byte[]> file(@PathVariable String file) {
    if (!FILES.contains(file)) {
      return HttpResponse.notFound();
    }
    var ending = file.substring(file.lastIndexOf('.') + 1);
    return HttpResponse.ok(read(file))
        .contentType(MediaType.of(TYPES.getOrDefault(ending, "")))
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-cache");
  }

  private static byte[] read(String file) {
    try (var stream = PageController.class.getResourceAsStream("/simulator/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("The file (%s) is not packed.".formatted(file));
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
