package travel.opslayer.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Gets something from a provider. Asking for it again does no harm, so what fails is for later. */
public final class MediaCall {

  /** A hundred megabytes over a slow line. */
  private static final Duration WHOLE = Duration.ofMinutes(3);

  private static final int GONE = 404;

  private static final int BUSY = 429;

  private final HttpClient http;

  public MediaCall(HttpClient http) {
    this.http = http;
  }

  /**
   * @param most bytes; a longer answer is not loaded
   */
  public Fetched get(HttpRequest request, long most) {
    var call = http.sendAsync(request, limited(most));
    try {
      var answer = call.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
      return answer.statusCode() / 100 == 2
          ? new Fetched.Bytes(answer.body())
          : refused(answer.statusCode());
    } catch (ExecutionException e) {
      return isTooLong(e.getCause())
          ? new Fetched.TooBig(most + 1)
          : new Fetched.TryLater("The connection broke.");
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Fetched.TryLater("The provider took too long.");
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Fetched.TryLater("The call was interrupted.");
    }
  }

  private static HttpResponse.BodyHandler<byte[]> limited(long most) {
    return BodyHandlers.limiting(BodyHandlers.ofByteArray(), most);
  }

  /** An address that is over answers so, and so does one that is not there yet. */
  private static Fetched refused(int status) {
    return status / 100 == 4 && status != BUSY && status != GONE && status != 401
        ? new Fetched.Gone("status %d".formatted(status))
        : new Fetched.TryLater("status %d".formatted(status));
  }

  private static boolean isTooLong(@Nullable Throwable cause) {
    return cause instanceof IOException
        && String.valueOf(cause.getMessage()).contains("body exceeds capacity");
  }
}
