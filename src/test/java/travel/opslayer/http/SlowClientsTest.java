package travel.opslayer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.decision.RuleFolder;

class SlowClientsTest {

  private static final int LIMIT = 4 * 1024 * 1024;
  private static EmbeddedServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    var properties = new HashMap<>(TestPostgres.properties());
    properties.put("slow-clients-test", true);
    properties.put("micronaut.server.port", -1);
    server = io.micronaut.context.ApplicationContext.run(EmbeddedServer.class, properties);
    server.getApplicationContext().getBean(RuleFolder.class).load(); // ready, and at rest
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_head_that_trickles_in_is_cut_off() throws Exception {
    assertCutOff("GET /echo HTTP/1.1\r\nHost: x\r\nX-Slow: ");
  }

  @Test
  void a_body_that_trickles_in_is_cut_off() throws Exception {
    assertCutOff(
        "POST /echo HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Content-Type: text/plain\r\n"
            + "Content-Length: 99999\r\n\r\n");
  }

  @Test
  void a_client_that_says_nothing_is_cut_off() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(10_000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void a_connection_that_is_kept_may_rest_between_requests() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(10_000);
      assertThat(ask(socket)).startsWith("HTTP/1.1 200");
      assertThat(outlives(socket, Quick.DEADLINE.plusMillis(300))).isTrue();
      assertThat(ask(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void four_mebibytes_are_taken_and_one_byte_more_is_not() throws Exception {
    assertThat(post(new byte[LIMIT]).statusCode()).isEqualTo(200);
    assertThat(post(new byte[LIMIT]).body()).isEqualTo(Integer.toString(LIMIT));
    assertThat(post(new byte[LIMIT + 1]).statusCode()).isEqualTo(413);
  }

  @Test
  void waiting_work_runs_on_virtual_threads() throws Exception {
    assertThat(get("/echo/thread")).isEqualTo("true");
  }

  @Test
  void health_and_measures_are_where_they_are_looked_for() throws Exception {
    assertThat(get("/health/liveness")).contains("UP");
    assertThat(get("/health/readiness")).contains("UP");
    assertThat(get("/prometheus")).contains("# TYPE");
  }

  private static void assertCutOff(String beginning) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(50);
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(
              () -> {
                for (var i = 0; i < 200; i++) {
                  socket.getOutputStream().write('a');
                  if (readOrTimeOut(socket) < 0) {
                    throw new SocketException("closed");
                  }
                }
              })
          .isInstanceOf(SocketException.class);
    }
  }

  private static int readOrTimeOut(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (java.net.SocketTimeoutException e) {
      return 0;
    }
  }

  private static boolean outlives(Socket socket, Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    return readOrTimeOut(socket) == 0;
  }

  private static String ask(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    var answer = new byte[4096];
    var read = socket.getInputStream().read(answer);
    return new String(answer, 0, read, StandardCharsets.US_ASCII);
  }

  private static HttpResponse<String> post(byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/echo"))
            .header("Content-Type", MediaType.APPLICATION_OCTET_STREAM)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(server.getURL() + path)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Singleton
  @Replaces(SlowClients.class)
  @Requires(property = "slow-clients-test")
  static final class Quick
      implements io.micronaut.context.event.BeanCreatedEventListener<
          io.micronaut.http.server.netty.NettyServerCustomizer.Registry> {

    static final Duration DEADLINE = Duration.ofMillis(700);
    private final SlowClients quick = new SlowClients(DEADLINE, 50);

    @Override
    public io.micronaut.http.server.netty.NettyServerCustomizer.Registry onCreated(
        io.micronaut.context.event.BeanCreatedEvent<
                io.micronaut.http.server.netty.NettyServerCustomizer.Registry>
            event) {
      return quick.onCreated(event);
    }
  }

  @Controller("/echo")
  @Requires(property = "slow-clients-test")
  @ExecuteOn(TaskExecutors.BLOCKING)
  static class Echo {

    @Get
    String hello() {
      return "hello";
    }

    @Get("/thread")
    boolean thread() {
      return Thread.currentThread().isVirtual();
    }

    @Post(consumes = MediaType.ALL, produces = MediaType.TEXT_PLAIN)
    String size(@Body byte[] body) {
      return Integer.toString(body.length);
    }
  }
}
