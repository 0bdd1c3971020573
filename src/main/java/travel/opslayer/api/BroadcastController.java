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
import travel.opslayer.api.BroadcastListRepository.Item;

/** What is said to many at once. */
@Controller("/api/v1/broadcasts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "broadcasts")
@SecurityRequirement(name = "token")
final class BroadcastController {

  private final BroadcastListRepository rows;

  BroadcastController(BroadcastListRepository rows) {
    this.rows = rows;
  }

  /**
   * Broadcasts, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Item> broadcasts(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as BC-3
   */
  @Get("/{id}")
  Item broadcast(@PathVariable String id) {
    return rows.one(id);
  }
}
