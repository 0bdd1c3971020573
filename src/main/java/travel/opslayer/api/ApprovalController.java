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
import travel.opslayer.api.ApprovalRepository.Approval;

/** What others have to agree to. */
@Controller("/api/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "approvals")
@SecurityRequirement(name = "token")
final class ApprovalController {

  private final ApprovalRepository rows;

  ApprovalController(ApprovalRepository rows) {
    this.rows = rows;
  }

  /**
   * Requests for approval, the newest first.
   *
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Approval> approvals(
      @Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    return rows.page(limit, cursor);
  }

  /**
   * One of them, by its id or its code.
   *
   * @param id its id, or its code, such as AP-31
   */
  @Get("/{id}")
  Approval approval(@PathVariable String id) {
    return rows.one(id);
  }
}
