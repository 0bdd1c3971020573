package travel.opslayer.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Stands in for a provider's API, on this machine: it answers, is silent, hangs up or is away. */
public final class StandIn implements AutoCloseable {

  /** A call as it arrived. */
  public record Call(String method, String path, String authorization, String type, String body) {}

  private final URI address;
  private final AtomicReference<Call> lastCall = new AtomicReference<>();
  private final AutoCloseable open;

  private StandIn(AutoCloseable open, int port) {
    this.open = open;
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  /** Answers every call with this. */
  public static StandIn answering(int status, String answer) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var standIn = new StandIn(() -> server.stop(0), server.getAddress().getPort());
      server.createContext("/", it -> standIn.answer(it, status, answer));
      server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange, int status, String answer) throws IOException {
    var headers = exchange.getRequestHeaders();
    lastCall.set(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(headers.getFirst("Authorization")),
            String.valueOf(headers.getFirst("Content-Type")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    var bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Takes the connection and never says a word. */
  public static StandIn silent() {
    var socket = listen();
    return new StandIn(socket, socket.getLocalPort());
  }

  /** Nobody listens there. */
  public static StandIn away() {
    try (var socket = listen()) {
      return new StandIn(() -> {}, socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what comes and breaks the connection. */
  public static StandIn hangingUp() {
    return talking(it -> it.setSoLinger(true, 0)); // a reset instead of a polite end
  }

  /** Promises a long answer, sends a piece of it and falls silent until the caller gives up. */
  public static StandIn fallingSilent() {
    var piece = "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{";
    return talking(
        it -> {
          it.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
          var unused = it.getInputStream().read();
        });
  }

  private static StandIn talking(Talk talk) {
    var socket = listen();
    Thread.ofVirtual().start(() -> listen(socket, talk));
    return new StandIn(socket, socket.getLocalPort());
  }

  private static void listen(ServerSocket socket, Talk talk) {
    try (var caller = socket.accept()) {
      var unused = caller.getInputStream().read(new byte[64 * 1024]);
      talk.with(caller);
    } catch (IOException e) {
      // the caller or the test has gone
    }
  }

  private interface Talk {
    void with(Socket caller) throws IOException;
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return address;
  }

  /** The last call that was answered. */
  public Optional<Call> lastCall() {
    return Optional.ofNullable(lastCall.get());
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
