package travel.opslayer.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong.
 *
 * @param code such as INC-77
 * @param trip code; null for an SOS of somebody who is on no trip that we know
 * @param category vehicle, accident, health, weather, road, lost, other, sos
 * @param severity low, medium, high, critical
 * @param state reported, acknowledged, mitigating, resolved, closed, reopened
 * @param reporter who said so first
 * @param owner who has it; null while nobody has
 * @param safe was it said that everybody is well?
 * @param rung how far up the ladder it was told, 1 being the first
 * @param alertedAt when that was
 * @param arrivedBy who said that help is there; null while nobody has
 * @param counted how many guests were counted then; null while nobody has
 * @param version goes up with every change
 */
public record Incident(
    UUID id,
    String code,
    @Nullable String trip,
    String category,
    String severity,
    String state,
    UUID reporter,
    @Nullable UUID owner,
    boolean safe,
    int rung,
    Instant alertedAt,
    Instant openedAt,
    @Nullable UUID arrivedBy,
    @Nullable Integer counted,
    @Nullable Instant resolvedAt,
    @Nullable UUID resolvedBy,
    @Nullable Instant closedAt,
    int version) {

  public static final String REPORTED = "reported";
  public static final String ACKNOWLEDGED = "acknowledged";
  public static final String MITIGATING = "mitigating";
  public static final String RESOLVED = "resolved";
  public static final String CLOSED = "closed";
  public static final String REOPENED = "reopened";

  /** The category of a cry for help, whatever it is about. */
  public static final String SOS = "sos";

  public static final String CRITICAL = "critical";

  /** Is it still going on? */
  public boolean isGoingOn() {
    return !Set.of(RESOLVED, CLOSED).contains(state);
  }

  /** Has nobody said yet that they look after it? */
  public boolean isWaiting() {
    return Set.of(REPORTED, REOPENED).contains(state);
  }

  /** How long ago it began; when it is over, how long ago that was. */
  public Duration age(Instant now) {
    var since = isGoingOn() || resolvedAt == null ? openedAt : resolvedAt;
    return Duration.between(since, now);
  }

  /** Has somebody else than this person said that it is over, or that help is there? */
  public boolean isSeenByAnother(UUID person) {
    return resolvedBy != null && !resolvedBy.equals(person)
        || arrivedBy != null && !arrivedBy.equals(person);
  }
}
