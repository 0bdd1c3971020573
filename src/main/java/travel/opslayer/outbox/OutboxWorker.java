package travel.opslayer.outbox;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.Line;
import travel.opslayer.channel.SendResult;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.message.OutboundMessage;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Wake;
import travel.opslayer.worker.Worker;

/**
 * Sends what is due, many at once, so that a slow provider holds up neither the inbox nor other
 * people. Each step writes down what became of earlier calls and takes what is due, in one commit,
 * and calls when that is on the disk.
 */
@Singleton
public final class OutboxWorker implements Worker {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

  /** Calls on their way at the same time: enough for 1,000 a second at half a second each. */
  private static final int CALLS = 512;

  private static final int BATCH = 128;

  /** Well above the time-outs of a call; after it nobody is sending any more. */
  private static final int SENDING_SECONDS = 30;

  /** A little more than the time-outs of a call. */
  private static final int FAREWELL_SECONDS = 12;

  /**
   * While there is much to do, what is lost is looked for now and then: it walks all that waits.
   */
  private static final long LOOK_NANOS = 1_000_000_000;

  private final OutboxRepository rows;
  private final SendPolicy policy;
  private final Channels channels;
  private final Consents consents;
  private final Database database;
  private final Clockwork clockwork;
  private final Semaphore calls = new Semaphore(CALLS);
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Look> looks = new ConcurrentHashMap<>();

  private record Answer(int tenant, Settled settled) {}

  /** When a tenant's lost messages were last looked for, and whether its last step had no work. */
  private record Look(long at, boolean idle) {}

  /** What one transaction has taken, and what those people do not want to hear. */
  private record Taken(List<Parcel> parcels, Map<UUID, Refusals> refusals, int lost, Instant at) {}

  /** What drives the worker: the time, the tenants, the bell, the rate, and who makes the calls. */
  @Singleton
  record Clockwork(
      InstantSource clock,
      Tenants tenants,
      Wake wake,
      Rates rates,
      @Named(TaskExecutors.BLOCKING) Executor callers) {}

  OutboxWorker(
      OutboxRepository rows,
      SendPolicy policy,
      Channels channels,
      Consents consents,
      Database database,
      Clockwork clockwork) {
    this.rows = rows;
    this.policy = policy;
    this.channels = channels;
    this.consents = consents;
    this.database = database;
    this.clockwork = clockwork;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public int runOnce() {
    return clockwork.tenants().all().stream().map(Tenant::id).mapToInt(this::work).sum();
  }

  /** The answers to calls that are on their way when the service stops must not be lost. */
  @PreDestroy
  void close() {
    try {
      if (!calls.tryAcquire(CALLS, FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The service stops before the provider has answered all calls");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clockwork.tenants().all().forEach(it -> lastAnswers(it.id()));
  }

  private void lastAnswers(int tenant) {
    var heard = heard(tenant);
    if (!heard.isEmpty()) {
      rows.settle(
          tenant, heard.stream().map(Answer::settled).toList(), clockwork.clock().instant());
    }
  }

  private int work(int tenant) {
    var heard = heard(tenant);
    var taken = commit(tenant, heard);
    if (taken.lost() > 0) {
      LOG.warn("{} messages have an unknown outcome and are held", taken.lost());
    }
    for (var it : taken.parcels()) {
      call(tenant, it, taken.refusals().getOrDefault(it.person(), Refusals.NONE), taken.at());
    }
    return heard.size() + taken.lost() + taken.parcels().size();
  }

  private List<Answer> heard(int tenant) {
    var heard = new ArrayList<Answer>();
    var others = new ArrayList<Answer>();
    for (var it = answers.poll(); it != null; it = answers.poll()) {
      (it.tenant() == tenant ? heard : others).add(it);
    }
    answers.addAll(others);
    return heard;
  }

  private Taken commit(int tenant, List<Answer> heard) {
    try {
      return database.write(tenant, sql -> settleAndTake(sql, tenant, heard));
    } catch (RuntimeException e) {
      answers.addAll(heard); // the provider has spoken; that must not be forgotten
      throw e;
    }
  }

  private Taken settleAndTake(Sql sql, int tenant, List<Answer> heard) {
    var now = clockwork.clock().instant();
    if (!heard.isEmpty()) {
      rows.settle(tenant, heard.stream().map(Answer::settled).toList(), now);
    }
    var free = clockwork.rates().take(tenant, Math.min(BATCH, calls.availablePermits()));
    var parcels = free == 0 ? List.<Parcel>of() : rows.take(tenant, now, free, SENDING_SECONDS);
    clockwork.rates().giveBack(tenant, free - parcels.size());
    var refusals = consents.of(sql, tenant, parcels.stream().map(Parcel::person).toList());
    var idle = heard.isEmpty() && parcels.isEmpty();
    return new Taken(
        parcels, refusals, isTimeToLook(tenant, idle) ? rows.lose(tenant, now) : 0, now);
  }

  /**
   * At rest, or once a second. One step with nothing to do is no rest: under load the bell often
   * rings once too often.
   */
  private boolean isTimeToLook(int tenant, boolean idle) {
    var now = System.nanoTime();
    var last = looks.get(tenant);
    var due = last == null || (idle && last.idle()) || now - last.at() >= LOOK_NANOS;
    looks.put(tenant, new Look(last == null || due ? now : last.at(), idle));
    return due;
  }

  /**
   * @param takenAt the form of that moment is written down, so it is the one that leaves
   */
  private void call(int tenant, Parcel parcel, Refusals refusals, Instant takenAt) {
    if (!policy.mayLeave(parcel, refusals)) {
      answers.add(new Answer(tenant, Settled.rejected(parcel.id(), "opted_out")));
      return;
    }
    calls.acquireUninterruptibly();
    clockwork
        .callers()
        .execute(
            () -> {
              try {
                var result = result(parcel, takenAt);
                var other = channels.after(tenant, parcel.channel()).map(Line::name).orElse(null);
                var settled = policy.settle(parcel, result, other, clockwork.clock().instant());
                answers.add(new Answer(tenant, settled));
              } finally {
                calls.release();
                clockwork.wake().ring(Bell.SENDING);
              }
            });
  }

  private SendResult result(Parcel parcel, Instant takenAt) {
    try {
      var channel = channels.of(parcel.channel()).channel();
      var content = channel.isLastResort() ? parcel.content() : policy.form(parcel, takenAt);
      return channel.send(new OutboundMessage(parcel.id(), parcel.to(), content));
    } catch (RuntimeException e) { // a channel must not throw; if it does, the call may be out
      LOG.error("A channel failed to tell what became of {}: {}", parcel, e.getClass().getName());
      return new SendResult.Unknown("channel_failed");
    }
  }
}
