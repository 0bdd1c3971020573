package travel.opslayer.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.ConsentRepository.Consent;

/** What people want to hear from us. */
@Controller("/api/v1/consents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "consents")
@SecurityRequirement(name = "token")
final class ConsentsController {

  private final ConsentRepository rows;

  ConsentsController(ConsentRepository rows) {
    this.rows = rows;
  }

  /**
   * Changes of mind about what people want to hear, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Consent> consents(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id.
   *
   * @param id its id
   */
  @Get("/{id}")
  Consent consent(@PathVariable String id) {
    return rows.one(id);
  }
}
