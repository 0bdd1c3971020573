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
import travel.opslayer.api.LeadRepository.Lead;

/** Who wants to travel, before it is a booking. */
@Controller("/api/v1/leads")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "leads")
@SecurityRequirement(name = "token")
final class LeadsController {

  private final LeadRepository rows;

  LeadsController(LeadRepository rows) {
    this.rows = rows;
  }

  /**
   * Leads, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Lead> leads(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id or its code, such as LD-301
   */
  @Get("/{id}")
  Lead lead(@PathVariable String id) {
    return rows.one(id);
  }
}
