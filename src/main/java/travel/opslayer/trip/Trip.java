package travel.opslayer.trip;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A departure as the field knows it.
 *
 * @param code such as TRP123
 * @param departure its code in the travel core
 * @param startsAt when the first guest is picked up
 * @param meeting where it starts; may be empty
 * @param vehicle its plate; may be empty
 * @param guests how many are expected: without those whom nobody waits for any more
 * @param state planned, staffed, ready, in_progress, completed, cancelled, aborted
 * @param startedAt when it left, as far as that is known
 * @param delayMinutes how late it is
 * @param version goes up with every change
 */
public record Trip(
    String code,
    String departure,
    Instant startsAt,
    Instant endsAt,
    ZoneId zone,
    String meeting,
    String vehicle,
    int guests,
    String state,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int delayMinutes,
    int version) {

  public static final String PLANNED = "planned";
  public static final String STAFFED = "staffed";
  public static final String READY = "ready";
  public static final String IN_PROGRESS = "in_progress";
  public static final String COMPLETED = "completed";
  public static final String CANCELLED = "cancelled";
  public static final String ABORTED = "aborted";

  /** On the clocks where it is. */
  public LocalTime startTime() {
    return startsAt.atZone(zone).toLocalTime();
  }
}
