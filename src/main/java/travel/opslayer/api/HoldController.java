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
import travel.opslayer.api.HoldListRepository.Item;

/** Seats that are kept for a while. */
@Controller("/api/v1/holds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "holds")
@SecurityRequirement(name = "token")
final class HoldController {

  private final HoldListRepository rows;

  HoldController(HoldListRepository rows) {
    this.rows = rows;
  }

  /**
   * Holds, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Item> holds(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id.
   *
   * @param id its id
   */
  @Get("/{id}")
  Item hold(@PathVariable String id) {
    return rows.one(id);
  }
}
