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
import travel.opslayer.api.DecisionRepository.Kept;

/** What the rules decided, and on which facts. */
@Controller("/api/v1/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "decisions")
@SecurityRequirement(name = "token")
final class DecisionsController {

  private final DecisionRepository rows;

  DecisionsController(DecisionRepository rows) {
    this.rows = rows;
  }

  /**
   * Decisions, the newest first.
   *
   * @param object only about the object of this public code, such as LD-301
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Kept> decisions(
      @Nullable @QueryValue String object,
      @Nullable @QueryValue String limit,
      @Nullable @QueryValue String cursor) {
    return rows.page(object, limit, cursor);
  }

  /**
   * One of them, by its id.
   *
   * @param id its id
   */
  @Get("/{id}")
  Kept decision(@PathVariable String id) {
    return rows.one(id);
  }
}
