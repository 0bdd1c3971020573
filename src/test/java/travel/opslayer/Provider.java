package travel.opslayer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Stands in for Meta's API on this machine. It accepts everything unless told otherwise. */
public final class Provider implements AutoCloseable {

  private static final Pattern TO = Pattern.compile("\"to\":\"([^\"]*)\"");
  private static final Pattern OURS = Pattern.compile("\"biz_opaque_callback_data\":\"([^\"]*)\"");

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final CopyOnWriteArrayList<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Function<Call, Reaction> behaviour = it -> new Reaction.Accept();
  private HttpServer server = serve(0);

  /** A request as it came. */
  public record Call(String to, String ours, String body) {

    /** The id that this provider gives to the message. */
    public String id() {
      return "wamid." + ours;
    }

    @Override
    public String toString() {
      return "call " + ours;
    }
  }

  /** What the provider does with a call. */
  public sealed interface Reaction {

    record Accept() implements Reaction {}

    record Answer(int status, String body) implements Reaction {}

    /** Hangs up without a word. */
    record HangUp() implements Reaction {}

    /** Waits, then does the other thing. */
    record Hold(CountDownLatch until, Reaction then) implements Reaction {}
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void behave(Function<Call, Reaction> how) {
    behaviour = how;
  }

  public void behave(Reaction always) {
    behave(it -> always);
  }

  /** In the order they came. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<Call> callsTo(String number) {
    return calls.stream().filter(it -> it.to().equals(number)).toList();
  }

  /** Waits until enough calls to this number have come. */
  public void await(String number, int enough) {
    var end = System.nanoTime() + PATIENCE_NANOS;
    synchronized (calls) {
      while (callsTo(number).size() < enough) {
        if (System.nanoTime() > end) {
          throw new AssertionError("The provider waited in vain for call " + enough);
        }
        try {
          calls.wait(1000);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  public void forget() {
    calls.clear();
  }

  /** Nobody listens until {@link #comeBack}. */
  public void goAway() {
    server.stop(0);
  }

  public void comeBack() {
    server = serve(server.getAddress().getPort());
  }

  private HttpServer serve(int port) {
    try {
      var made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      made.createContext("/", this::handle);
      made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      made.start();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var call = new Call(find(TO, body), find(OURS, body), body);
    synchronized (calls) {
      calls.add(call);
      calls.notifyAll();
    }
    react(exchange, call, behaviour.apply(call));
  }

  private void react(HttpExchange exchange, Call call, Reaction reaction) throws IOException {
    switch (reaction) {
      case Reaction.Accept() ->
          answer(
              exchange,
              200,
              "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"%s\"}]}"
                  .formatted(call.id()));
      case Reaction.Answer(var status, var body) -> answer(exchange, status, body);
      case Reaction.HangUp() -> exchange.close();
      case Reaction.Hold(var until, var then) -> {
        try {
          until.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        react(exchange, call, then);
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String find(Pattern pattern, String body) {
    var matcher = pattern.matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
