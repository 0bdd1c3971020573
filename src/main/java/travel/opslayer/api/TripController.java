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
import travel.opslayer.api.TripListRepository.Item;

/** Departures as the field knows them. */
@Controller("/api/v1/trips")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "trips")
@SecurityRequirement(name = "token")
final class TripController {

  private final TripListRepository rows;

  TripController(TripListRepository rows) {
    this.rows = rows;
  }

  /**
   * Trips, the latest start first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Item> trips(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its code.
   *
   * @param id its code, such as TRP123
   */
  @Get("/{id}")
  Item trip(@PathVariable String id) {
    return rows.one(id);
  }
}
