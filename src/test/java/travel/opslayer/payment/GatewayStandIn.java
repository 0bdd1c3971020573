package travel.opslayer.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a provider of payments on this machine: it keeps what is made, takes money, and has
 * webhooks to deliver. Its events wait until a test delivers them, in whatever order, however
 * often.
 */
public abstract class GatewayStandIn implements AutoCloseable {

  /** A call as it came. */
  public record Call(
      String method, String path, String query, Map<String, String> headers, String body) {

    /** The fields of a form. */
    public Map<String, String> form() {
      return fields(body);
    }

    /** What stands behind the question mark. */
    public Map<String, String> asked() {
      return fields(query);
    }

    private static Map<String, String> fields(String text) {
      var all = new TreeMap<String, String>();
      for (var field : text.split("&")) {
        var pair = field.split("=", 2);
        if (pair.length == 2) {
          all.put(
              URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
              URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
      }
      return all;
    }
  }

  /** What it answers. */
  public record Response(int status, String body) {}

  /** How it misbehaves, once. */
  public enum Fault {
    /** It does as it is told, and the answer gets lost. */
    LOSE_ANSWER,
    /** For once it does not. */
    NONE,
    /** It does nothing, and no answer comes. */
    LOSE_CALL,
    DOWN,
    THROTTLE
  }

  /** A webhook on its way. */
  public record Delivery(Map<String, String> headers, String body) {

    public byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What happened, to be told. */
  protected record Happened(String id, String body, String secret) {}

  private final HttpServer server;
  private final List<Call> calls = new ArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<Happened> told = new ArrayList<>();
  private final List<Happened> untold = new ArrayList<>();
  private List<String> secrets;
  private int number;
  protected final Clock clock = new Clock();

  /** A clock that tests move. */
  public static final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-08T03:15:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    public void moveTo(Instant later) {
      now = later;
    }
  }

  protected GatewayStandIn(String secret) {
    this.secrets = List.of(secret);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::handle);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Clock clock() {
    return clock;
  }

  /** In the order they came. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** For the next call to the API, and those after it for the next ones. */
  public synchronized void misbehave(Fault... next) {
    faults.addAll(List.of(next));
  }

  /** From now on this secret signs; the old one until {@link #forgetOldSecrets}. */
  public synchronized void rotate(String secret) {
    secrets = List.of(secret, secrets.getFirst());
  }

  public synchronized void forgetOldSecrets() {
    secrets = List.of(secrets.getFirst());
  }

  /** The customer taps the button of the pay page. */
  public abstract void pay(String ref);

  /** Somebody at the provider's side has another amount than was asked, in its own units. */
  public abstract void payAnother(String ref, long amount);

  /** The same in another currency. */
  public abstract void payIn(String ref, String currency);

  /** The customer did their part, and the money is on its way. */
  public abstract void process(String ref);

  public abstract void expire(String ref);

  /** Refunds wait until {@link #settleRefunds}. */
  public abstract void delayRefunds();

  /** A refund that was pending is through, or not. */
  public abstract void settleRefunds(boolean well);

  /** What has not been delivered yet. */
  public synchronized List<Delivery> deliver() {
    var due = List.copyOf(untold);
    untold.clear();
    told.addAll(due);
    return due.stream().map(this::sign).toList();
  }

  /** Everything once more, as after a day of our silence. */
  public synchronized List<Delivery> deliverAgain() {
    return told.stream().map(this::sign).toList();
  }

  protected abstract Delivery sign(Happened event);

  protected abstract Response answer(Call call);

  protected abstract Response down();

  protected List<String> secrets() {
    return secrets;
  }

  protected void happened(String id, String body) {
    untold.add(new Happened(id, body, secrets.getFirst()));
  }

  protected String next(String prefix) {
    return prefix + "_" + ++number;
  }

  public static String hmac(String secret, String text) {
    return hmac(secret, text.getBytes(StandardCharsets.UTF_8));
  }

  public static String hmac(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    var uri = exchange.getRequestURI();
    var call =
        new Call(
            exchange.getRequestMethod(),
            uri.getPath(),
            uri.getRawQuery() == null ? "" : uri.getRawQuery(),
            headers,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (call.path().startsWith("/pay/")) {
      send(exchange, "text/html", page(call));
      return;
    }
    var response = react(call);
    if (response == null) {
      exchange.close();
    } else {
      send(exchange, "application/json", response);
    }
  }

  /** The page of the provider: opened, or its only button tapped. */
  private synchronized Response page(Call call) {
    var ref = call.path().substring("/pay/".length());
    if (call.method().equals("POST")) {
      pay(ref);
      return new Response(200, "<p>Thank you</p>");
    }
    return new Response(200, "<form method=post><button>Pay</button></form>");
  }

  private synchronized @Nullable Response react(Call call) {
    calls.add(call);
    return switch (faults.poll()) {
      case null -> answer(call);
      case NONE -> answer(call);
      case LOSE_ANSWER -> {
        answer(call);
        yield null;
      }
      case LOSE_CALL -> null;
      case DOWN -> down();
      case THROTTLE -> new Response(429, "{\"error\":{\"code\":\"rate_limit\"}}");
    };
  }

  private static void send(HttpExchange exchange, String type, Response response)
      throws IOException {
    var bytes = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(response.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
