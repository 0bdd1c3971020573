package travel.opslayer.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Numbers about the business. */
@Controller("/api/v1/metrics")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "metrics")
@SecurityRequirement(name = "token")
final class MetricsController {

  private final MetricRepository rows;
  private final PageRepository lists;

  MetricsController(MetricRepository rows, PageRepository lists) {
    this.rows = rows;
    this.lists = lists;
  }

  /**
   * Every number, with its unit and what it says, always in the same order.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Metric> metrics(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return lists.page("metrics", rows.all(lists.tenant()), Metric::name, limit, cursor);
  }
}
