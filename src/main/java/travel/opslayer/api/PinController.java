package travel.opslayer.api;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.audit.AuditLog;
import travel.opslayer.database.Database;
import travel.opslayer.safety.PinRepository;
import travel.opslayer.time.Ids;

/** The PINs of colleagues: they are set here, never shown, and kept as a slow hash. */
@Controller("/api/v1/people")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "people")
@SecurityRequirement(name = "token")
final class PinController {

  private final PersonRepository people;
  private final PageRepository lists;
  private final Database database;
  private final PinRepository pins;
  private final AuditLog audit;
  private final Ids ids;
  private final InstantSource clock;

  PinController(
      PersonRepository people,
      PageRepository lists,
      Database database,
      PinRepository pins,
      AuditLog audit,
      Ids ids,
      InstantSource clock) {
    this.people = people;
    this.lists = lists;
    this.database = database;
    this.pins = pins;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A new PIN.
   *
   * @param pin 4 to 8 digits
   */
  @Serdeable
  @Schema(name = "NewPin")
  record NewPin(@Nullable String pin) {

    /** Never the PIN. */
    @Override
    public String toString() {
      return "a PIN";
    }
  }

  /**
   * Sets the PIN of a colleague, which risky commands need. Whoever was blocked is not any more.
   *
   * @param id their id or their code
   * @param body the PIN
   */
  @Put("/{id}/pin")
  @Status(HttpStatus.NO_CONTENT)
  void pin(@PathVariable String id, @Body NewPin body) {
    var person = people.one(id);
    if (person.roles().isEmpty()) {
      throw Refusal.badRequest("Only colleagues have a PIN. Maybe give the person a role first.");
    }
    var pin = body.pin();
    if (pin == null || !PinRepository.isOne(pin)) {
      throw Refusal.badRequest("A PIN has 4 to 8 digits. Maybe write {\"pin\":\"4711\"}.");
    }
    var tenant = lists.tenant();
    database.write(
        tenant,
        sql -> {
          var now = clock.instant();
          pins.set(sql, tenant, person.id(), pin, now);
          audit.save(sql, tenant, List.of(entry(person)), now);
          return tenant;
        });
  }

  private AuditLog.Entry entry(PersonRepository.Somebody person) {
    return new AuditLog.Entry(
        ids.next(), "api", "set_pin", person.id().toString(), "permitted", null);
  }
}
