package travel.opslayer.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document that describes the API, against the API. */
class DocumentTest {

  private static final List<String> PROMISED =
      List.of(
          "GET /api/v1/leads",
          "GET /api/v1/leads/{id}",
          "GET /api/v1/people",
          "GET /api/v1/people/{id}",
          "PUT /api/v1/people/{id}/pin",
          "GET /api/v1/consents",
          "GET /api/v1/consents/{id}",
          "GET /api/v1/departures",
          "GET /api/v1/departures/{id}",
          "GET /api/v1/quotes",
          "GET /api/v1/quotes/{id}",
          "GET /api/v1/bookings",
          "GET /api/v1/bookings/{id}",
          "GET /api/v1/payments",
          "GET /api/v1/payments/{id}",
          "GET /api/v1/approvals",
          "GET /api/v1/approvals/{id}",
          "GET /api/v1/trips",
          "GET /api/v1/trips/{id}",
          "GET /api/v1/extensions",
          "GET /api/v1/extensions/{id}",
          "GET /api/v1/broadcasts",
          "GET /api/v1/broadcasts/{id}",
          "GET /api/v1/holds",
          "GET /api/v1/holds/{id}",
          "GET /api/v1/assignments",
          "GET /api/v1/assignments/{id}",
          "GET /api/v1/waitlist",
          "GET /api/v1/waitlist/{id}",
          "GET /api/v1/conversations",
          "GET /api/v1/conversations/{id}",
          "GET /api/v1/messages",
          "GET /api/v1/messages/{id}",
          "GET /api/v1/outbox",
          "GET /api/v1/outbox/{id}",
          "POST /api/v1/outbox/{id}/retry",
          "GET /api/v1/dead-letters",
          "GET /api/v1/dead-letters/{id}",
          "POST /api/v1/dead-letters/{id}/replay",
          "GET /api/v1/audit",
          "GET /api/v1/timeline",
          "GET /api/v1/decisions",
          "GET /api/v1/decisions/{id}",
          "POST /api/v1/decisions/{id}/case",
          "GET /api/v1/channels",
          "GET /api/v1/metrics",
          "GET /api/v1/rules",
          "POST /api/v1/rules/check",
          "POST /api/v1/rules/decide");

  @TempDir static Path keys;
  private static ApiOffice office;
  private static Map<String, Object> document;

  @BeforeAll
  static void open() throws Exception {
    office = new ApiOffice(keys);
    var answer = office.ask(office.bare("/openapi.yml").GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).startsWith("application/yaml");
    document = new Yaml(new SafeConstructor(new LoaderOptions())).load(answer.raw().body());
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void it_has_a_title_a_version_and_a_bearer_token() {
    assertThat(map(document, "info"))
        .containsEntry("title", "WhatsApp Operations Layer")
        .containsEntry("version", "0.1.0");
    assertThat(map(map(map(document, "components"), "securitySchemes"), "token"))
        .containsEntry("type", "http")
        .containsEntry("scheme", "bearer");
  }

  @Test
  void all_that_is_promised_is_in_it() {
    assertThat(operations()).containsAll(PROMISED);
  }

  @Test
  void every_method_of_a_controller_is_in_it_and_nothing_else_is() {
    assertThat(operations()).containsExactlyInAnyOrderElementsOf(routes());
  }

  @Test
  void every_operation_says_what_it_does_and_wants_the_token() {
    for (var operation : operations()) {
      var it = operation(operation);
      assertThat(String.valueOf(it.get("summary"))).as(operation).hasSizeGreaterThan(10);
      assertThat(String.valueOf(it.get("security"))).as(operation).contains("token");
      assertThat(String.valueOf(it.get("operationId"))).as(operation).doesNotMatch(".*_\\d+");
    }
  }

  @Test
  void every_field_of_a_message_is_described() {
    var message = map(map(map(document, "components"), "schemas"), "Message");
    assertThat(map(message, "properties"))
        .containsKeys(
            "id",
            "state",
            "direction",
            "kind",
            "text",
            "content",
            "providerId",
            "person",
            "replyTo",
            "sentAt",
            "receivedAt",
            "decision",
            "error");
    assertThat(map(map(message, "properties"), "replyTo")).containsKey("description");
  }

  private static List<String> operations() {
    var all = new ArrayList<String>();
    map(document, "paths")
        .forEach(
            (path, item) -> {
              if (path.startsWith("/api/v1")) {
                ((Map<?, ?>) item)
                    .keySet()
                    .forEach(
                        it -> all.add(String.valueOf(it).toUpperCase(Locale.ROOT) + " " + path));
              }
            });
    return all;
  }

  private static Map<String, Object> operation(String operation) {
    var parts = operation.split(" ", 2);
    return map(map(map(document, "paths"), parts[1]), parts[0].toLowerCase(Locale.ROOT));
  }

  private static List<String> routes() {
    var all = new ArrayList<String>();
    for (var bean : office.bean(BeanContext.class).getBeanDefinitions(Object.class)) {
      var base = bean.stringValue(Controller.class).orElse("");
      if (base.startsWith("/api/v1")) {
        bean.getExecutableMethods().forEach(it -> route(base, it.getAnnotationMetadata(), all));
      }
    }
    return all;
  }

  private static void route(String base, AnnotationMetadata method, List<String> all) {
    method
        .getAnnotationNameByStereotype(HttpMethodMapping.class)
        .ifPresent(
            it -> {
              var verb = it.substring(it.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
              var rest = method.stringValue(HttpMethodMapping.class).orElse("/");
              all.add(verb + " " + base + (rest.equals("/") ? "" : rest));
            });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> from, String name) {
    var found = from.get(name);
    assertThat(found).as(name).isInstanceOf(Map.class);
    return (Map<String, Object>) java.util.Objects.requireNonNull(found);
  }
}
