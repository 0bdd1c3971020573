package travel.opslayer.worker;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The bell that tells waiting workers to look again. A missed ring costs a poll, never work. */
@Singleton
public final class Wake {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long rings;

  public void ring() {
    lock.lock();
    try {
      rings++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The number of rings so far; take it before looking for work. */
  public long rings() {
    lock.lock();
    try {
      return rings;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns at once when the bell rang since {@code seen}, and after {@code millis} at the latest.
   */
  public void await(long seen, long millis) throws InterruptedException {
    lock.lock();
    try {
      var left = millis * 1_000_000;
      while (rings == seen && left > 0) {
        left = rung.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
