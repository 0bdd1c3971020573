package travel.opslayer.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/** Calls the webhook, over several connections at once, and waits for the answers. */
final class Traffic {

  /** So long without any new answer, and what is missing is lost. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Senders senders;
  private final int port;
  private final String path;

  Traffic(Senders senders, int port, String path) {
    this.senders = senders;
    this.port = port;
    this.path = path;
  }

  /** Each connection calls again as soon as the last call was acknowledged. */
  void closed(int connections, int seconds) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    onEach(
        connections,
        line -> {
          while (System.nanoTime() < end) {
            post(line, System.nanoTime());
          }
        });
  }

  /** So many calls in all, as fast as the connections take them. */
  void burst(int connections, int calls) {
    var left = new AtomicLong(calls);
    onEach(
        connections,
        line -> {
          while (left.getAndDecrement() > 0) {
            post(line, System.nanoTime());
          }
        });
  }

  /** At a fixed rate, whatever the service does. */
  void open(int connections, int perSecond, int seconds) {
    var total = (long) perSecond * seconds;
    open(connections, perSecond, number -> number < total);
  }

  /**
   * The same for as long as is wanted.
   *
   * @param wanted whether the call of this number is still to be made
   */
  void open(int connections, int perSecond, LongPredicate wanted) {
    var ticket = new AtomicLong();
    var start = System.nanoTime();
    onEach(
        connections,
        line -> {
          for (var i = ticket.getAndIncrement(); wanted.test(i); i = ticket.getAndIncrement()) {
            var due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
              LockSupport.parkNanos(due - System.nanoTime());
            }
            post(line, due);
          }
        });
  }

  /** Returns when every acknowledged message was answered, or nothing comes any more. */
  void drain() {
    var missing = senders.missing();
    var since = System.nanoTime();
    while (missing > 0 && System.nanoTime() - since < PATIENCE_NANOS) {
      LockSupport.parkNanos(20_000_000);
      var now = senders.missing();
      if (now != missing) {
        missing = now;
        since = System.nanoTime();
      }
    }
  }

  private void post(HttpLine line, long due) throws IOException {
    var post = senders.next(due);
    post.message().acked(line.post(post.call()));
    if (!post.message().isAcked()) {
      senders.forget(post);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void onEach(int connections, Work work) {
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < connections; i++) {
      threads.add(Thread.ofVirtual().start(() -> run(work)));
    }
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run(Work work) {
    try (var line = new HttpLine(port, path)) {
      work.on(line);
    } catch (IOException e) {
      System.err.println("A connection to the service broke: " + e.getMessage());
    }
  }

  private interface Work {
    void on(HttpLine line) throws IOException;
  }
}
