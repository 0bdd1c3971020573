package travel.opslayer.worker;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps a worker in a thread of its own: when its bell rings, and when the pause is over. While
 * there is work the pause is short, for a step may leave some of it undone. A step that fails is
 * logged and taken again after the pause.
 */
public final class Loop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  /** So much in one step, and there is more to come: steps then begin at this distance. */
  private static final int MANY = 8;

  private static final long GATHER_NANOS = 10_000_000;

  /** After a step with little to do: looking again at once would mostly find nothing. */
  private static final long SOON_MILLIS = 10;

  private final Worker worker;
  private final Wake wake;
  private final Bell bell;
  private final long pauseMillis;
  private final Thread thread;
  private volatile boolean open = true;

  public Loop(Worker worker, Wake wake, Bell bell, long pauseMillis) {
    this.worker = worker;
    this.wake = wake;
    this.bell = bell;
    this.pauseMillis = pauseMillis;
    this.thread = Thread.ofPlatform().name(worker.name()).daemon().start(this::run);
  }

  private void run() {
    var failing = false;
    while (open) {
      try {
        var seen = wake.rings(bell);
        var began = System.nanoTime();
        var done = step();
        if (done >= MANY) {
          gather(began);
        } else {
          wake.await(bell, seen, done == 0 ? pauseMillis : Math.min(SOON_MILLIS, pauseMillis));
        }
        failing = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) { // whatever a step runs into, the worker must go on
        if (!failing) {
          var trouble = new Trouble(e);
          LOG.warn("The worker {} cannot work: {}", worker.name(), trouble);
          LOG.debug("The failed step: {}", trouble.full());
        }
        failing = true;
        pause();
      }
    }
  }

  /** Lets work gather: one transaction for many costs little more than for a few. */
  private static void gather(long began) throws InterruptedException {
    var left = GATHER_NANOS - (System.nanoTime() - began);
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private int step() {
    return worker.runOnce();
  }

  private void pause() {
    try {
      wake.await(bell, wake.rings(bell), pauseMillis);
    } catch (InterruptedException e) {
      open = false;
    }
  }

  /** Waits for the step that runs. */
  @Override
  public void close() {
    open = false;
    wake.ring(bell);
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
