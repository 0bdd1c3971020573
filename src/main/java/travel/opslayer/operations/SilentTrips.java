package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.database.Sql;
import travel.opslayer.operations.Noticeboard.Notice;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.trip.ContactWatch;
import travel.opslayer.trip.ContactWatchRepository;
import travel.opslayer.trip.ContactWatchRepository.Silent;
import travel.opslayer.worker.Worker;

/**
 * Notices that the crew of a trip under way is silent, or is heard again, and says so to the inbox,
 * in the lane of its guide: once for each silence. What follows, and after how long, rules decide.
 */
@Singleton
public final class SilentTrips implements Worker {

  /** Shorter silences are nobody's business, whatever the rules say. */
  private static final Duration SILENT = Duration.ofHours(1);

  private final ContactWatchRepository watches;
  private final Noticeboard board;
  private final NearTrips.Office office;

  SilentTrips(ContactWatchRepository watches, Noticeboard board, NearTrips.Office office) {
    this.watches = watches;
    this.board = board;
    this.office = office;
  }

  @Override
  public String name() {
    return "silent trips";
  }

  @Override
  public synchronized int runOnce() {
    return office.tenants().all().stream().mapToInt(this::look).sum();
  }

  private int look(Tenant tenant) {
    var now = office.clock().instant();
    var id = tenant.id();
    var notices =
        office
            .database()
            .read(
                id,
                sql ->
                    Stream.concat(
                            watches.silent(sql, id, now.minus(SILENT), now).stream()
                                .flatMap(it -> silent(sql, id, it, now).stream()),
                            watches.heard(sql, id).stream()
                                .flatMap(it -> heard(sql, id, it, now).stream()))
                        .toList());
    notices.forEach(it -> board.say(id, it));
    return notices.size();
  }

  private Optional<Notice> silent(Sql sql, int tenant, Silent it, Instant now) {
    var key = "silent %s %s".formatted(it.trip(), it.heardAt());
    return notice(sql, tenant, it.trip(), key, "trip_silent", it.trip(), now);
  }

  private Optional<Notice> heard(Sql sql, int tenant, ContactWatch it, Instant now) {
    return notice(sql, tenant, it.trip(), "heard " + it.code(), "contact_heard", it.code(), now);
  }

  private Optional<Notice> notice(
      Sql sql, int tenant, String trip, String key, String event, String about, Instant now) {
    return board.isNew(tenant, key)
        ? board.laneOf(sql, tenant, trip).map(lane -> new Notice(key, event, about, now, lane))
        : Optional.empty();
  }
}
