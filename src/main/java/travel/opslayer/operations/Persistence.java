package travel.opslayer.operations;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.worker.Trouble;

/** For what must be done once before others can begin, though the database may be away. */
final class Persistence {

  private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);

  /** Not the interruption of the thread alone: whoever waits for a connection swallows it. */
  private volatile boolean over;

  private String told = "";

  /** Tries again and again until it does not fail; false when it is to end before. */
  boolean until(Runnable done, Duration pause) {
    while (!over && fails(done)) {
      LockSupport.parkNanos(pause.toNanos());
    }
    return !over;
  }

  /** No more tries, in whatever thread they are made. */
  void end() {
    over = true;
  }

  private boolean fails(Runnable done) {
    try {
      done.run();
      return false;
    } catch (RuntimeException e) { // whatever it was, without it nothing ever begins
      tell(new Trouble(e).brief());
      return true;
    }
  }

  /** Once for each reason. */
  private void tell(String why) {
    if (!over && !why.equals(told)) {
      told = why;
      LOG.warn("The start waits: {}", why);
    }
  }
}
