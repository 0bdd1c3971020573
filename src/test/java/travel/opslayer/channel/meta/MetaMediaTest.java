package travel.opslayer.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.channel.Fetched;

/** Bytes come from Meta in two steps, and the token goes nowhere else. */
class MetaMediaTest {

  private static final int MOST = 1000;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int urlStatus = 200;
  private int byteStatus = 200;
  private String url = "";
  private String size = "10";
  private byte[] bytes = "ten bytes!".getBytes(StandardCharsets.UTF_8);

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/77", this::place);
    server.createContext("/bytes", it -> answer(it, byteStatus, bytes));
    server.start();
    url = address() + "/bytes?ext=1";
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void place(HttpExchange exchange) throws IOException {
    var json =
        "{\"url\":\"%s\",\"file_size\":%s,\"mime_type\":\"image/jpeg\"}".formatted(url, size);
    answer(exchange, urlStatus, json.getBytes(StandardCharsets.UTF_8));
  }

  private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    var token = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(exchange.getRequestURI() + " " + token);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Fetched fetch(String id) {
    try (var http = MetaChannel.client()) {
      var settings = new MetaSettings("42", "token", List.of("secret"), "", address() + "/v1");
      return new MetaChannel(settings, http).fetch(id, MOST);
    }
  }

  @Test
  void the_id_gives_an_address_and_the_address_gives_the_bytes() {
    assertThat(fetch("77"))
        .isInstanceOfSatisfying(Fetched.Bytes.class, it -> assertThat(it.all()).isEqualTo(bytes));
    assertThat(asked)
        .containsExactly("/v1/77?phone_number_id=42 Bearer token", "/bytes?ext=1 Bearer token");
  }

  @Test
  void what_is_too_big_by_its_own_word_is_not_loaded() {
    size = "340000000";

    assertThat(fetch("77")).isEqualTo(new Fetched.TooBig(340_000_000));
    assertThat(asked).hasSize(1);
  }

  @Test
  void nor_what_is_longer_than_it_says() {
    bytes = new byte[MOST + 1];

    assertThat(fetch("77")).isInstanceOf(Fetched.TooBig.class);
  }

  @Test
  void an_address_that_is_over_is_tried_again_from_the_start() {
    byteStatus = 404;

    assertThat(fetch("77")).isInstanceOf(Fetched.TryLater.class);
  }

  @ParameterizedTest
  @CsvSource({"500, later", "429, later", "401, later", "400, gone", "403, gone"})
  void what_will_not_change_is_not_tried_again(int status, String what) {
    urlStatus = status;

    assertThat(fetch("77"))
        .isInstanceOf(what.equals("gone") ? Fetched.Gone.class : Fetched.TryLater.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "https://fbsbx.com.attacker.example/x",
        "http://localhost:1/x",
        "file:///etc/passwd"
      })
  void the_token_goes_to_no_other_house(String elsewhere) {
    url = elsewhere;

    assertThat(fetch("77")).isInstanceOf(Fetched.Gone.class);
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "https://lookaside.fbsbx.com/a?b=c, true",
    "https://fbsbx.com/a, true",
    "http://lookaside.fbsbx.com/a, false",
    "https://lookaside.fbsbx.com:8443/a, false",
    "https://notfbsbx.com/a, false"
  })
  void metas_own_hosts(String place, boolean home) {
    var settings = new MetaSettings("42", "token", List.of("secret"), "", "");

    assertThat(settings.isHome(java.net.URI.create(place))).isEqualTo(home);
  }

  @Test
  void what_is_no_id_is_not_asked_for() {
    assertThat(fetch("../me")).isInstanceOf(Fetched.Gone.class);
    assertThat(asked).isEmpty();
  }
}
