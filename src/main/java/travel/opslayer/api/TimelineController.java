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
import travel.opslayer.api.TimelineRepository.Line;

/** What has happened to each object. */
@Controller("/api/v1/timeline")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "timeline")
@SecurityRequirement(name = "token")
final class TimelineController {

  private final TimelineRepository rows;

  TimelineController(TimelineRepository rows) {
    this.rows = rows;
  }

  /**
   * What has happened, the newest first.
   *
   * @param object only about the object of this public code, such as LD-301
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Line> timelineEntries(
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
  Line timelineEntry(@PathVariable String id) {
    return rows.one(id);
  }
}
