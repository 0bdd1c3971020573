package travel.opslayer.web.pay;

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
  HttpResponse<?> pay(@PathVariable String token) {
    return switch (cashier.open(token)) {
      case Opened.Page(var url) ->
          HttpResponse.status(HttpStatus.SEE_OTHER)
              .header("location", url.toString())
              .header("cache-control", "no-store");
      case Opened.Nothing ignored ->
          page(
              HttpStatus.NOT_FOUND,
              "There is no such link",
              "Maybe a part of it is missing: please tap it in WhatsApp once more.");
      case Opened.Paid ignored ->
          page(HttpStatus.OK, "It is paid", "Thank you. You have our confirmation in WhatsApp.");
      case Opened.Over ignored ->
          page(
              HttpStatus.GONE,
              "This link is over",
              "Nothing was charged. Write to us in WhatsApp, and we send you a new one.");
      case Opened.Later ignored ->
          page(
              HttpStatus.SERVICE_UNAVAILABLE,
              "Paying does not work right now",
              "Nothing was charged. Please try again in a minute.");
    };
  }

  private static HttpResponse<String> page(HttpStatus status, String title, String text) {
    return HttpResponse.<String>status(status)
        .contentType(MediaType.of("text/html;charset=utf-8"))
        .header("cache-control", "no-store")
        .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>body{font:1.1rem/1.5 system-ui;max-width:32rem;margin:15vh auto;padding:0 1rem}</style>
            <main><h1>%s</h1><p>%s</p></main>
            </html>
            """
                .formatted(title, title, text));
  }
}
