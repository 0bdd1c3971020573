package travel.opslayer.web.simulator;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A person, as the page shows them.
 *
 * @param phone with its plus sign; null when nobody knows it
 * @param role customer, sales, operations, field or manager
 */
@Serdeable
record Somebody(
    String id,
    @Nullable String name,
    @Nullable String phone,
    String role,
    @Nullable String language) {

  /** Never the name or the number: this text may reach a log. */
  @Override
  public String toString() {
    return role + ' ' + id;
  }
}
