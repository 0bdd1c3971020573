package travel.opslayer.capability.handover;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that a colleague has, or had.
 *
 * @param person the customer
 * @param colleague who has it
 * @param subject code of what it was taken about; null when it was about nothing that has one
 * @param until when it goes back unless somebody writes
 */
record Handover(
    UUID id,
    String code,
    UUID person,
    UUID colleague,
    @Nullable String subject,
    HandoverFact.State state,
    Instant until) {

  boolean isTaken() {
    return state == HandoverFact.State.TAKEN;
  }

  /** What its lines stand on, in timelines. */
  String about() {
    return subject == null ? code : subject;
  }
}
