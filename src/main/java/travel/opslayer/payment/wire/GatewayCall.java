package travel.opslayer.payment.wire;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayResult.TryLater;
import travel.opslayer.payment.GatewayResult.Unknown;
import travel.opslayer.payment.wire.Reply.Answer;
import travel.opslayer.payment.wire.Reply.NeverLeft;
import travel.opslayer.payment.wire.Reply.Silence;

/**
 * Calls to a provider of payments. What only reads may be tried again whatever happens; after a
 * call that changes something and got no clear answer, nobody knows.
 */
public final class GatewayCall {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayCall.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final long LONGEST_ANSWER = 4 << 20;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;

  private final String provider;
  private final HttpClient http;
  private final Duration patience;
  private final Function<Node, Fault> fault;
  private final AtomicInteger shut = new AtomicInteger();

  /**
   * @param patience how long a whole answer may take
   * @param fault reads what the provider says is wrong
   */
  public GatewayCall(
      String provider, HttpClient http, Duration patience, Function<Node, Fault> fault) {
    this.provider = provider;
    this.http = http;
    this.patience = patience;
    this.fault = fault;
  }

  public GatewayCall(String provider, HttpClient http, Function<Node, Fault> fault) {
    this(provider, http, ANSWER, fault);
  }

  /** For all providers together. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  /**
   * Blocks until the answer has come as a whole, or the time is up.
   *
   * @param reader reads a success; null when it is not what the provider documents
   */
  public <T> GatewayResult<T> ask(HttpRequest request, Function<Node, @Nullable T> reader) {
    var reads = request.method().equals("GET");
    return switch (send(request)) {
      case Answer it when it.status() / 100 == 2 -> success(it, reader);
      case Answer it -> failure(it, reads);
      case NeverLeft(var why) -> new TryLater<>("unreachable", why);
      case Silence(var why) -> unclear(reads, "no_answer", why);
    };
  }

  private static <T> GatewayResult<T> unclear(boolean reads, String code, String why) {
    return reads ? new TryLater<>(code, why) : new Unknown<>(why);
  }

  private <T> GatewayResult<T> success(Answer answer, Function<Node, @Nullable T> reader) {
    shut.set(0);
    var value = reader.apply(answer.body());
    return value == null
        ? new Unknown<>(
            "%s answered %d, and not what it documents.".formatted(provider, answer.status()))
        : new Done<>(value);
  }

  private <T> GatewayResult<T> failure(Answer answer, boolean reads) {
    var status = answer.status();
    var told = fault.apply(answer.body());
    var code = told.code().isEmpty() ? Integer.toString(status) : told.code();
    var why =
        "%s answered %d.%s"
            .formatted(provider, status, told.text().isEmpty() ? "" : " It says: " + told.text());
    return switch (status) {
      case TOO_MANY_REQUESTS -> new TryLater<>(code, why);
      // another call with the same key is under way, or the answer to it got lost
      case REQUEST_TIMEOUT, CONFLICT -> unclear(reads, code, why);
      case UNAUTHORIZED, FORBIDDEN -> shut(status, code, why);
      default -> status / 100 == 4 ? new Rejected<>(code, why) : unclear(reads, code, why);
    };
  }

  /** Nothing is wrong with the payment, so it waits for the operator, who is told once. */
  private <T> GatewayResult<T> shut(int status, String code, String why) {
    if (shut.getAndSet(status) != status) {
      LOG.warn(
          "{} does not let us in ({}), so that nobody can pay there. Maybe its keys were replaced.",
          provider,
          status);
    }
    return new TryLater<>(code, why);
  }

  private Reply send(HttpRequest request) {
    var call =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      var response = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), Json.readOrNothing(response.body()));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Silence(
          "%s did not answer within %d ms.".formatted(provider, patience.toMillis()));
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Silence("The call was interrupted.");
    }
  }

  private Reply failed(@Nullable Throwable cause) {
    var neverLeft =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException
            || cause instanceof UnresolvedAddressException;
    var why = cause == null ? "no cause" : cause.getClass().getSimpleName();
    return neverLeft
        ? new NeverLeft("%s cannot be reached (%s).".formatted(provider, why))
        : new Silence("The connection to %s broke (%s).".formatted(provider, why));
  }
}
