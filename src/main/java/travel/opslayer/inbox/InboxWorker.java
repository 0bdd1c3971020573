package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.database.DatabaseFailure;
import travel.opslayer.database.TryAgain;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Trouble;
import travel.opslayer.worker.Worker;

/**
 * Takes waiting contacts, many at once, and has them answered in one transaction. When that fails,
 * contact by contact, so that a poisoned event holds up nobody but its sender.
 */
@Singleton
public final class InboxWorker implements Worker {

  private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);

  /** Contacts in one transaction: PostgreSQL pays a tenth per message of what one alone costs. */
  private static final int CONTACTS = 64;

  private static final int LEASE_SECONDS = 20;

  /** How long a contact waits for a database that has gone away. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LaneRepository lanes;
  private final InboxRepository rows;
  private final Unpacking unpacking;
  private final Answering answering;
  private final Tenants tenants;
  private final InstantSource clock;

  InboxWorker(
      LaneRepository lanes,
      InboxRepository rows,
      Unpacking unpacking,
      Answering answering,
      Tenants tenants,
      InstantSource clock) {
    this.lanes = lanes;
    this.rows = rows;
    this.unpacking = unpacking;
    this.answering = answering;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public int runOnce() {
    return tenants.all().stream().map(Tenant::id).mapToInt(this::answer).sum();
  }

  private int answer(int tenant) {
    var token = UUID.randomUUID();
    var taken = lanes.take(tenant, token, clock.instant(), CONTACTS, LEASE_SECONDS, Lane.MOST);
    var full = new ArrayList<Lane>();
    var events = unpacking.of(tenant, taken.events());
    for (var lane : taken.lanes()) {
      full.add(new Lane(lane.key(), token, lane.arrivals(), events.of(lane.key())));
    }
    events.broken().forEach((lane, broken) -> bury(tenant, full, lane, broken));
    return answer(tenant, full);
  }

  private int answer(int tenant, List<Lane> full) {
    try {
      return full.isEmpty() ? 0 : answering.answer(tenant, full);
    } catch (RuntimeException | StackOverflowError e) { // somebody's words may be too deep
      if (full.size() == 1) {
        return failed(tenant, full.getFirst(), e);
      }
      LOG.warn("A batch of {} contacts is repeated one by one: {}", full.size(), new Trouble(e));
      return full.stream().mapToInt(it -> answer(tenant, List.of(it))).sum();
    }
  }

  private int failed(int tenant, Lane lane, Throwable e) {
    try {
      giveBack(tenant, lane, e);
    } catch (TryAgain lost) {
      LOG.debug("A contact is with another worker now: {}", lost.getMessage());
    }
    return 1;
  }

  /**
   * A lost race, or a database that went away, is nobody's fault and is run again; anything else
   * counts as a try.
   */
  private void giveBack(int tenant, Lane lane, Throwable e) {
    var now = clock.instant();
    if (e instanceof TryAgain || lane.events().isEmpty()) {
      LOG.debug("A turn lost a race and is taken again: {}", e.getMessage());
      rows.failed(tenant, lane, List.of(), "", Event.TRIES, now);
      return;
    }
    var poisoned = lane.events().getFirst();
    var trouble = new Trouble(e);
    LOG.warn("A turn failed, event {}: {}", poisoned.id(), trouble);
    LOG.debug("The failed turn: {}", trouble.full());
    if (e instanceof DatabaseFailure away && away.isUnreachable()) {
      rows.failed(tenant, lane, List.of(), "", Event.TRIES, now.plus(PAUSE));
      return;
    }
    var again = now.plus(Duration.ofSeconds(1L << poisoned.attempts()));
    rows.failed(tenant, lane, List.of(poisoned.id()), trouble.brief(), Event.TRIES, again);
  }

  /** What cannot be read now cannot be read later. */
  private void bury(int tenant, List<Lane> full, String key, List<UUID> broken) {
    full.stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .ifPresent(
            it -> {
              full.remove(it);
              rows.failed(tenant, it, broken, "It can no longer be read.", 1, clock.instant());
            });
  }
}
