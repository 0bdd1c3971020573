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
import travel.opslayer.api.BookingRepository.Booking;

/** Seats that customers have. */
@Controller("/api/v1/bookings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "bookings")
@SecurityRequirement(name = "token")
final class BookingController {

  private final BookingRepository rows;

  BookingController(BookingRepository rows) {
    this.rows = rows;
  }

  /**
   * Bookings, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Booking> bookings(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as BK-2041
   */
  @Get("/{id}")
  Booking booking(@PathVariable String id) {
    return rows.one(id);
  }
}
