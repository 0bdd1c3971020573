package travel.opslayer.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may decide although they have not the role.
 *
 * @param role whose requests they may decide
 * @param forPerson who is away; null where too few were there to decide
 * @param deputy who decides for them
 * @param approval id of the only request that it is for; null for all of the role
 */
public record Deputy(
    String role, @Nullable UUID forPerson, UUID deputy, @Nullable UUID approval, Instant until) {

  /** Nobody decides for somebody what that one has asked for. */
  boolean mayDecide(Approval it) {
    return approval == null
        ? role.equals(it.role()) && !it.requestedBy().equals(forPerson)
        : approval.equals(it.id());
  }
}
