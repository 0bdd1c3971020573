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
import travel.opslayer.api.FeedbackListRepository.Item;

/** What guests say of trips that are over. */
@Controller("/api/v1/feedback")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "feedback")
@SecurityRequirement(name = "token")
final class FeedbackController {

  private final FeedbackListRepository rows;

  FeedbackController(FeedbackListRepository rows) {
    this.rows = rows;
  }

  /**
   * Feedback, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Item> feedback(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as FB-3
   */
  @Get("/{id}")
  Item oneFeedback(@PathVariable String id) {
    return rows.one(id);
  }
}
