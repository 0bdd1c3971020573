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
import travel.opslayer.api.DepartureRepository.Leaving;

/** Products on their days, with their seats. */
@Controller("/api/v1/departures")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "departures")
@SecurityRequirement(name = "token")
final class DeparturesController {

  private final DepartureRepository rows;

  DeparturesController(DepartureRepository rows) {
    this.rows = rows;
  }

  /**
   * Departures, the latest start first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Leaving> departures(
      @Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its code, such as EBC-0315
   */
  @Get("/{id}")
  Leaving departure(@PathVariable String id) {
    return rows.one(id);
  }
}
