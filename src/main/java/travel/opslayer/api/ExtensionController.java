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
import travel.opslayer.api.ExtensionListRepository.Item;

/** Longer days that the crew asks for. */
@Controller("/api/v1/extensions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "extensions")
@SecurityRequirement(name = "token")
final class ExtensionController {

  private final ExtensionListRepository rows;

  ExtensionController(ExtensionListRepository rows) {
    this.rows = rows;
  }

  /**
   * Requests for a longer day, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Item> extensions(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as OT-4
   */
  @Get("/{id}")
  Item extension(@PathVariable String id) {
    return rows.one(id);
  }
}
