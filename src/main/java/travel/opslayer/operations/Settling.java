package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.media.file.MediaReceipts;
import travel.opslayer.outbox.Outbox;
import travel.opslayer.payment.till.PaymentEvents;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.timer.Timers;
import travel.opslayer.worker.Wake;

/** Waits until everything that is due is done. */
@Singleton
public final class Settling {

  private static final long STEP_MILLIS = 20;

  private final Inbox inbox;
  private final Outbox outbox;
  private final Timers timers;
  private final PaymentEvents payments;
  private final MediaReceipts media;
  private final Tenants tenants;
  private final InstantSource clock;
  private final Wake wake;

  Settling(
      Inbox inbox,
      Outbox outbox,
      Timers timers,
      PaymentEvents payments,
      MediaReceipts media,
      Tenants tenants,
      InstantSource clock,
      Wake wake) {
    this.media = media;
    this.clock = clock;
    this.payments = payments;
    this.inbox = inbox;
    this.outbox = outbox;
    this.timers = timers;
    this.tenants = tenants;
    this.wake = wake;
  }

  /**
   * @return what is left when the time was up; empty when all is done
   */
  public Map<String, Long> settle(long millis) throws InterruptedException {
    return wait(millis, false);
  }

  /** The same, but bubbles that wait for more bubbles may go on waiting. */
  public Map<String, Long> due(long millis) throws InterruptedException {
    return wait(millis, true);
  }

  private Map<String, Long> wait(long millis, boolean onlyDue) throws InterruptedException {
    var end = System.nanoTime() + millis * 1_000_000;
    timers.look();
    wake.ring();
    var left = left(onlyDue);
    while (!left.isEmpty() && System.nanoTime() < end) {
      wake.await(wake.rings(), STEP_MILLIS);
      timers.look();
      left = left(onlyDue);
    }
    return left;
  }

  /** Timers first: what they bring goes to the inbox, and what that brings to the outbox. */
  private Map<String, Long> left(boolean onlyDue) {
    var left = new LinkedHashMap<String, Long>();
    put(left, "timers", timers.due());
    var ids = tenants.all().stream().map(Tenant::id).toList();
    put(left, "payments", ids.stream().mapToLong(payments::waiting).sum());
    put(left, "media", ids.stream().mapToLong(it -> media.waiting(it, clock.instant())).sum());
    put(
        left,
        "inbox",
        ids.stream().mapToLong(it -> onlyDue ? inbox.due(it) : inbox.waiting(it)).sum());
    put(left, "outbox", ids.stream().mapToLong(outbox::open).sum());
    return left;
  }

  private static void put(Map<String, Long> left, String name, long count) {
    if (count > 0) {
      left.put(name, count);
    }
  }
}
