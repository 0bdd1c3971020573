package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import travel.opslayer.database.Database;
import travel.opslayer.evidence.Evidence;
import travel.opslayer.tenant.Tenants;

/** All that is known of one booking, trip or incident. */
@Controller("/api/v1/evidence")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "evidence")
@SecurityRequirement(name = "token")
final class EvidenceController {

  private final Evidence evidence;
  private final PageRepository lists;
  private final Database database;
  private final Tenants tenants;
  private final InstantSource clock;

  EvidenceController(
      Evidence evidence,
      PageRepository lists,
      Database database,
      Tenants tenants,
      InstantSource clock) {
    this.evidence = evidence;
    this.lists = lists;
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * A pack.
   *
   * @param object code of what it is about
   * @param madeAt when it was put together
   * @param sections by their titles: what happened, messages, receipts, decisions, the rules then
   *     in force, and what else there is; each row with what is known of it
   */
  @Serdeable
  @Schema(name = "Evidence")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(String object, String madeAt, Map<String, List<Map<String, Object>>> sections) {}

  /**
   * The pack of a booking, a trip or an incident, as it is now; nothing is masked.
   *
   * @param code such as BK-2041, TRP123 or INC-7
   */
  @Get("/{code}")
  Item evidence(@PathVariable String code) {
    var tenant = lists.tenant();
    return database
        .read(
            tenant,
            sql ->
                evidence.of(
                    sql,
                    tenant,
                    Listing.code(code),
                    it -> it,
                    clock.instant(),
                    tenants.get(tenant).zone()))
        .map(it -> new Item(it.object(), it.madeAt(), it.sections()))
        .orElseThrow(() -> Refusal.notFound("evidence", code));
  }
}
