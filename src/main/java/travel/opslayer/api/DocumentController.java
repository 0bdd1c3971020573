package travel.opslayer.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The document that describes the API to machines; the compiler writes it. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@OpenAPIDefinition(
    info =
        @Info(
            title = "WhatsApp Operations Layer",
            version = "0.1.0",
            description =
                "What the service knows, and what it decided and why. docs/api.md says how to call"
                    + " it."))
@SecurityScheme(
    name = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The value of OPSLAYER_API_TOKEN.")
final class DocumentController {

  private static final String FILE = "/META-INF/swagger/openapi.yml";

  @Get("/openapi.yml")
  @Produces("application/yaml")
  String document() throws IOException {
    try (InputStream file = DocumentController.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(
            "The document (%s) is not packed. Maybe build with annotation processing."
                .formatted(FILE));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
