package travel.opslayer.channel;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider's API. Where no answer comes back it tells whether the message can have
 * left: before there was a connection it cannot, afterwards nobody knows.
 */
public final class ProviderCall {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** The answers of all providers are below a kilobyte or two. */
  private static final long LONGEST_ANSWER = 1 << 20;

  private final HttpClient http;
  private final Duration patience;

  public ProviderCall(HttpClient http) {
    this(http, ANSWER);
  }

  /**
   * @param patience how long the whole answer may take
   */
  public ProviderCall(HttpClient http, Duration patience) {
    this.http = http;
    this.patience = patience;
  }

  /** HTTP/1.1, for one connection that breaks must not take other messages along. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  /** For what the provider keeps, over the same connections. */
  public MediaCall media() {
    return new MediaCall(http);
  }

  /** Blocks until the answer has come as a whole, or the time is up. */
  public SendResult send(HttpRequest request, Answer answer) {
    var call =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      var response = answerOf(call);
      return answer.result(response.statusCode(), response.body());
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (TimeoutException e) {
      call.cancel(true);
      return new SendResult.Unknown(
          "The provider did not answer within %d ms.".formatted(patience.toMillis()));
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new SendResult.Unknown("The call was interrupted.");
    }
  }

  private HttpResponse<byte[]> answerOf(CompletableFuture<HttpResponse<byte[]>> call)
      throws ExecutionException, TimeoutException, InterruptedException {
    return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static SendResult failed(@Nullable Throwable cause) {
    var neverLeft =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException
            || cause instanceof UnresolvedAddressException;
    var why = cause == null ? "no cause" : cause.getClass().getSimpleName();
    return neverLeft
        ? new SendResult.TryLater(
            "unreachable", "The provider cannot be reached (%s).".formatted(why))
        : new SendResult.Unknown("The connection broke before an answer came (%s).".formatted(why));
  }

  /** Reads an answer that came as a whole. */
  @FunctionalInterface
  public interface Answer {

    SendResult result(int status, byte[] body);
  }
}
