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
import travel.opslayer.api.AssignmentListRepository.Item;

/** Who works on which trip. */
@Controller("/api/v1/assignments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "assignments")
@SecurityRequirement(name = "token")
final class AssignmentController {

  private final AssignmentListRepository rows;

  AssignmentController(AssignmentListRepository rows) {
    this.rows = rows;
  }

  /**
   * Work on trips, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Item> assignments(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as AS-12
   */
  @Get("/{id}")
  Item assignment(@PathVariable String id) {
    return rows.one(id);
  }
}
