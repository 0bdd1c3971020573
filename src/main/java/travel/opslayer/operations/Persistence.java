package travel.opslayer.operations;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.worker.Trouble;

/** For what must be done once before others can begin, though the database may be away. */
final class Persistence {

  private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);

  private Persistence() {}

  /** Tries again and again until it does not fail; false when its thread is interrupted before. */
  static boolean until(Runnable done, Duration pause) {
    while (fails(done) && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(pause.toNanos());
    }
    return !Thread.currentThread().isInterrupted();
  }

  private static boolean fails(Runnable done) {
    try {
      done.run();
      return false;
    } catch (RuntimeException e) { // whatever it was, without it nothing ever begins
      LOG.warn("The start waits: {}", new Trouble(e));
      return true;
    }
  }
}
