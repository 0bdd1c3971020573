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
import travel.opslayer.api.AuditRepository.Entry;

/** Who asked for what, and what became of it. */
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "audit")
@SecurityRequirement(name = "token")
final class AuditController {

  private final AuditRepository rows;

  AuditController(AuditRepository rows) {
    this.rows = rows;
  }

  /**
   * Audit entries, the newest first.
   *
   * @param object only about the object of this public code, such as LD-301
   * @param limit of the page: 1 to 200, usually 50
   * @param cursor the next of the page before
   */
  @Get
  Page<Entry> auditEntries(
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
  Entry auditEntry(@PathVariable String id) {
    return rows.one(id);
  }
}
