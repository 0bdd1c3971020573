package travel.opslayer.web.pay;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import travel.opslayer.payment.till.Cashier;
import travel.opslayer.payment.till.Cashier.Opened;

/** Where customers come to pay: each visit opens a fresh page of the provider. */
@Controller("/p")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayController {

  private final Cashier cashier;

  PayController(Cashier cashier) {
    this.cashier = cashier;
  }

  @Get("/{token}")
  HttpResponse<?> pay(@PathVariable String token, HttpRequest<?> request) {
    var accepted = request.getHeaders().get("accept-language");
    return switch (cashier.open(token)) {
      case Opened.Page(var url) ->
          HttpResponse.status(HttpStatus.SEE_OTHER)
              .header("location", url.toString())
              .header("cache-control", "no-store");
      case Opened.Nothing ignored ->
          page(HttpStatus.NOT_FOUND, PayPage.html("nothing", null, accepted));
      case Opened.Paid(var language) ->
          page(HttpStatus.OK, PayPage.html("paid", language, accepted));
      case Opened.Over(var language) ->
          page(HttpStatus.GONE, PayPage.html("over", language, accepted));
      case Opened.Later(var language) ->
          page(HttpStatus.SERVICE_UNAVAILABLE, PayPage.html("later", language, accepted));
    };
  }

  private static HttpResponse<String> page(HttpStatus status, String html) {
    return HttpResponse.<String>status(status)
        .contentType(MediaType.of("text/html;charset=utf-8"))
        .header("cache-control", "no-store")
        .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(html);
  }
}
