package travel.opslayer.evidence;

import java.util.Optional;

/** What a pack can be made of. */
public enum Kind {
  BOOKING,
  TRIP,
  INCIDENT;

  /** By its code; empty for anything else. */
  public static Optional<Kind> of(String code) {
    if (code.matches("BK-\\d+")) {
      return Optional.of(BOOKING);
    }
    if (code.matches("TRP\\d+")) {
      return Optional.of(TRIP);
    }
    return code.matches("INC-\\d+") ? Optional.of(INCIDENT) : Optional.empty();
  }
}
