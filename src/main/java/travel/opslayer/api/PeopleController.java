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
import travel.opslayer.api.PersonRepository.Somebody;

/** Everybody we talk with, colleagues and customers. */
@Controller("/api/v1/people")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "people")
@SecurityRequirement(name = "token")
final class PeopleController {

  private final PersonRepository rows;

  PeopleController(PersonRepository rows) {
    this.rows = rows;
  }

  /**
   * People, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Somebody> people(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id their id or, of a colleague, their code
   */
  @Get("/{id}")
  Somebody person(@PathVariable String id) {
    return rows.one(id);
  }
}
