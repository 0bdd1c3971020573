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
import travel.opslayer.api.WaitlistRepository.Place;

/** Parties that wait for seats of a departure. */
@Controller("/api/v1/waitlist")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "waitlist")
@SecurityRequirement(name = "token")
final class WaitlistController {

  private final WaitlistRepository rows;

  WaitlistController(WaitlistRepository rows) {
    this.rows = rows;
  }

  /**
   * Places on waiting lists, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Place> waitlist(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as WL-9
   */
  @Get("/{id}")
  Place place(@PathVariable String id) {
    return rows.one(id);
  }
}
