package travel.opslayer.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Meta: takes messages, after a while if asked to, and reports on each of them by
 * webhook calls when it has been given a line to do so.
 */
final class StandInProvider implements AutoCloseable {

  private static final int REPORTERS = 8;

  private final ServerSocket server;
  private final Consumer<Given> heard;
  private final AtomicLong names = new AtomicLong();
  private final AtomicInteger refused = new AtomicInteger();
  private final LinkedBlockingQueue<MetaCalls.Call> reports = new LinkedBlockingQueue<>();
  private volatile long delayMillis;
  private volatile List<String> statuses = List.of();

  /**
   * A message that it was asked to send.
   *
   * @param ours the id that the service gave it
   */
  record Given(String to, String ours, String body) {

    @Override
    public String toString() {
      return "message " + ours;
    }
  }

  /**
   * @param heard is told of each message
   */
  StandInProvider(Consumer<Given> heard) throws IOException {
    this.server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    this.heard = heard;
    Thread.ofPlatform().daemon().name("provider").start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  void delay(long millis) {
    delayMillis = millis;
  }

  /** From now on it reports these about every message. */
  void report(List<String> words) {
    statuses = words;
  }

  /** Starts making the reports. */
  void reportTo(int port, String path) {
    for (var i = 0; i < REPORTERS; i++) {
      Thread.ofPlatform().daemon().name("reports").start(() -> reportAll(port, path));
    }
  }

  /** Reports that the service did not take. */
  int refused() {
    return refused.get();
  }

  int waitingReports() {
    return reports.size();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        var socket = server.accept();
        var _ = Thread.startVirtualThread(() -> serve(socket));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new IllegalStateException("The stand-in stopped listening.", e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        HttpLine.line(in);
        var body = new String(in.readNBytes(HttpLine.length(in)), StandardCharsets.UTF_8);
        if (delayMillis > 0) {
          Thread.sleep(delayMillis);
        }
        socket.getOutputStream().write(answer(body));
      }
    } catch (IOException e) {
      // the service has closed its connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] answer(String body) {
    var to = text(body, "to");
    var id = "wamid.STANDIN." + names.incrementAndGet();
    var ours = text(body, "biz_opaque_callback_data");
    heard.accept(new Given(to, ours, body));
    for (var word : statuses) {
      reports.add(MetaCalls.status(id, to, word, ours, System.currentTimeMillis() / 1000));
    }
    var json =
        """
        {"messaging_product":"whatsapp","contacts":[{"input":"%s","wa_id":"%s"}],\
        "messages":[{"id":"%s"}]}\
        """
            .formatted(to, to, id);
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(json.length(), json)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(String json, String name) {
    var start = json.indexOf('"' + name + "\":\"") + name.length() + 4;
    return json.substring(start, json.indexOf('"', start));
  }

  private void reportAll(int port, String path) {
    try {
      while (!server.isClosed()) {
        reportOn(port, path, reports.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** On one connection, until there was nothing to report for a while: idle ones are closed. */
  private void reportOn(int port, String path, MetaCalls.Call first) throws InterruptedException {
    try (var line = new HttpLine(port, path)) {
      for (MetaCalls.@Nullable Call it = first;
          it != null;
          it = reports.poll(5, TimeUnit.SECONDS)) {
        if (line.post(it) != 200) {
          refused.incrementAndGet();
        }
      }
    } catch (IOException e) {
      refused.incrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
