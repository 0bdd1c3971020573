package travel.opslayer.facts;

import java.time.Instant;
import java.time.LocalDate;
import travel.opslayer.tenant.Tenant;

/**
 * Where and when a batch of turns is answered.
 *
 * @param now the same for the whole batch
 */
public record Desk(Tenant tenant, Instant now, Parameters parameters) {

  public OfficeHours office() {
    return parameters.office(tenant.zone());
  }

  /** The day at the office. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, tenant.zone());
  }
}
