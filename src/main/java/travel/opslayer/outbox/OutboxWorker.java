package travel.opslayer.outbox;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.SendResult;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.database.Database;
import travel.opslayer.message.OutboundMessage;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.worker.Wake;
import travel.opslayer.worker.Worker;

/**
 * Sends what is due, many at once, so that a slow provider holds up neither the inbox nor other
 * people. Each step first writes down what became of earlier calls, all in one commit, then takes
 * what is due, commits that, and calls.
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

  private final OutboxRepository rows;
  private final SendPolicy policy;
  private final Channels channels;
  private final Consents consents;
  private final Database database;
  private final Clockwork clockwork;
  private final Semaphore calls = new Semaphore(CALLS);
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

  private record Answer(int tenant, Settled settled) {}

  /** What drives the worker: the time, the tenants, the bell, and who makes the calls. */
  @Singleton
  record Clockwork(
      InstantSource clock,
      Tenants tenants,
      Wake wake,
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
    return settle() + clockwork.tenants().all().stream().map(Tenant::id).mapToInt(this::send).sum();
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
    settle();
  }

  private int settle() {
    var heard = new ArrayList<Answer>();
    for (var it = answers.poll(); it != null; it = answers.poll()) {
      heard.add(it);
    }
    try {
      heard.stream()
          .mapToInt(Answer::tenant)
          .distinct()
          .forEach(tenant -> rows.settle(tenant, of(heard, tenant), clockwork.clock().instant()));
    } catch (RuntimeException e) {
      answers.addAll(heard); // the provider has spoken; that must not be forgotten
      throw e;
    }
    return heard.size();
  }

  private static List<Settled> of(List<Answer> heard, int tenant) {
    return heard.stream().filter(it -> it.tenant() == tenant).map(Answer::settled).toList();
  }

  private int send(int tenant) {
    var lost = rows.lose(tenant, clockwork.clock().instant());
    if (lost > 0) {
      LOG.warn("{} messages have an unknown outcome and are held", lost);
    }
    var free = Math.min(BATCH, calls.availablePermits());
    if (free == 0) {
      return lost;
    }
    var taken = take(tenant, free);
    taken
        .parcels()
        .forEach(it -> call(tenant, it, taken.refusals().getOrDefault(it.person(), Refusals.NONE)));
    return lost + taken.parcels().size();
  }

  /** Parcels with what their people have taken back. */
  private record Taken(List<Parcel> parcels, Map<UUID, Refusals> refusals) {}

  /** In one transaction: what is committed as being sent is called, whatever happens. */
  private Taken take(int tenant, int most) {
    return database.write(
        tenant,
        sql -> {
          var parcels = rows.take(tenant, clockwork.clock().instant(), most, SENDING_SECONDS);
          var people = parcels.stream().map(Parcel::person).toList();
          return new Taken(parcels, people.isEmpty() ? Map.of() : consents.of(sql, tenant, people));
        });
  }

  private void call(int tenant, Parcel parcel, Refusals refusals) {
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
                var result = result(parcel);
                var settled = policy.settle(parcel, result, clockwork.clock().instant());
                answers.add(new Answer(tenant, settled));
              } finally {
                calls.release();
                clockwork.wake().ring();
              }
            });
  }

  private SendResult result(Parcel parcel) {
    try {
      var content = policy.form(parcel, clockwork.clock().instant());
      var channel = channels.of(parcel.channel()).channel();
      return channel.send(new OutboundMessage(parcel.id(), parcel.to(), content));
    } catch (RuntimeException e) { // a channel must not throw; if it does, the call may be out
      LOG.error("A channel failed to tell what became of {}: {}", parcel, e.getClass().getName());
      return new SendResult.Unknown("channel_failed");
    }
  }
}
