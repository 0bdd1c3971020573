package travel.opslayer.web.simulator;

import java.util.concurrent.locks.LockSupport;

/** For what workers do beside us, which nothing settles. */
final class Eventually {

  private static final long PATIENCE = 10_000_000_000L;
  private static final long STEP = 50_000_000L;

  private Eventually() {}

  /** Something that is true, or throws. */
  interface Claim {
    void check() throws Exception;
  }

  static void holds(Claim claim) throws Exception {
    var end = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        claim.check();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(STEP);
      }
    }
  }
}
