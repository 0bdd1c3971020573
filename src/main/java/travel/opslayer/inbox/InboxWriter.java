package travel.opslayer.inbox;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Line;
import travel.opslayer.database.DatabaseFailure;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Wake;

/**
 * Commits many webhook calls at once. While one commit is on its way to the disk the next calls
 * gather, so a busy service pays for few commits and a quiet one waits for nobody.
 */
@Context
final class InboxWriter {

  private static final Logger LOG = LoggerFactory.getLogger(InboxWriter.class);

  /** Of one commit; more would only make the first of them wait. */
  private static final int MOST = 256;

  /** Providers give up after 5 to 15 seconds; they must hear of the failure before. */
  private static final long PATIENCE_SECONDS = 4;

  private final InboxRepository rows;
  private final Reading reading;
  private final InstantSource clock;
  private final Wake wake;
  private final LinkedBlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>(20_000);
  private final Thread thread =
      Thread.ofPlatform().name("inbox-writer").daemon().unstarted(this::run);
  private volatile boolean open = true;

  InboxWriter(InboxRepository rows, Reading reading, InstantSource clock, Wake wake) {
    this.rows = rows;
    this.reading = reading;
    this.clock = clock;
    this.wake = wake;
    thread.start();
  }

  void keep(Line line, byte[] body, List<InboundEvent> events) {
    try {
      keepSoon(line, body, events).get();
    } catch (ExecutionException e) {
      throw notKept(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotKept("The service stops.", e);
    }
  }

  /** Blocks nobody: reading and sealing take microseconds. */
  CompletableFuture<Void> keepSoon(Line line, byte[] body, List<InboundEvent> events) {
    var delivery = reading.of(line, body, events, clock.instant());
    if (!open || !waiting.offer(delivery)) {
      return CompletableFuture.failedFuture(new NotKept("The inbox is full or closed.", null));
    }
    return delivery.stored().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static NotKept notKept(@Nullable Throwable failure) {
    return switch (failure) {
      case NotKept it -> it;
      case TimeoutException it -> new NotKept("The inbox was not written in time.", it);
      case null, default -> new NotKept("The inbox could not be written.", failure);
    };
  }

  void keepUnreadable(Line line, byte[] body, String reason) {
    var delivery = reading.of(line, body, List.of(), clock.instant());
    try {
      rows.unreadable(delivery, reading.bodyId(line, body), reason);
    } catch (DatabaseFailure e) {
      throw new NotKept("The inbox could not be written.", e);
    }
  }

  void keepDue(int tenant, String timer, String subject, Instant dueAt, byte[] lane) {
    rows.due(
        tenant, reading.due(tenant, timer, subject, dueAt, lane), timer, subject, clock.instant());
    ring();
  }

  void ring() {
    wake.ring(Bell.TURNS);
  }

  private void run() {
    var batch = new ArrayList<Delivery>();
    while (open) {
      try {
        batch.clear();
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST - 1);
        commit(batch);
      } catch (InterruptedException e) {
        open = false;
      }
    }
    waiting.forEach(
        it -> it.stored().completeExceptionally(new NotKept("The service stops.", null)));
  }

  /** A batch belongs to one tenant. One bad delivery must not fail its neighbours. */
  private void commit(List<Delivery> batch) {
    var first = batch.getFirst().line().tenant();
    var mine = batch.stream().filter(it -> it.line().tenant() == first).toList();
    try {
      rows.store(first, mine);
      mine.forEach(it -> it.stored().complete(null));
      if (mine.stream().anyMatch(it -> !it.events().isEmpty())) {
        ring();
      }
    } catch (RuntimeException e) {
      if (mine.size() == 1 || e instanceof DatabaseFailure away && away.isUnreachable()) {
        LOG.warn("{} webhook calls were not stored: {}", mine.size(), e.getClass().getSimpleName());
        mine.forEach(it -> it.stored().completeExceptionally(e));
      } else {
        mine.forEach(it -> commit(List.of(it)));
      }
    }
    var others = batch.stream().filter(it -> it.line().tenant() != first).toList();
    if (!others.isEmpty()) {
      commit(others);
    }
  }

  @PreDestroy
  void close() {
    open = false;
    thread.interrupt();
  }

  /** For a new delivery. */
  static CompletableFuture<Void> promise() {
    return new CompletableFuture<>();
  }
}
